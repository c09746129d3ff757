# loses check_accumulated_step: loop.overwritten
def accumulated_step(model, optimizer, loss_fn, minibatches):
    N = sum(len(t) for _, t in minibatches)
    total = 0.0
    optimizer.zero_grad()
    for data, target in minibatches:
        loss = loss_fn(model(data), target) * len(target) / N
        total += loss.item()
    loss.backward()
    optimizer.step()
    return total
