# loses check_accumulated_step: loop.overwritten | zero_grad.every_few_batches
def accumulated_step(model, optimizer, loss_fn, minibatches):
    N = sum(len(t) for _, t in minibatches)
    total = 0.0
    for data, target in minibatches:
        optimizer.zero_grad()
        loss = loss_fn(model(data), target) * len(target) / N
        loss.backward()
        total += loss.item()
    optimizer.step()
    return total
