# loses check_accumulated_step: accumulate.unscaled | loss.scaled
def accumulated_step(model, optimizer, loss_fn, minibatches):
    optimizer.zero_grad()
    n = sum(len(t) for _, t in minibatches)
    total = 0.0
    for data, target in minibatches:
        loss = loss_fn(model(data), target) * len(target)
        loss.backward()
        total += loss.item()
    optimizer.step()
    return total / n
