# loses check_accumulated_step: accumulate.unscaled
def accumulated_step(model, optimizer, loss_fn, minibatches):
    optimizer.zero_grad()
    total, n = 0.0, 0
    for data, target in minibatches:
        loss = loss_fn(model(data), target)
        loss.backward()
        total += loss.item() * len(target)
        n += len(target)
    optimizer.step()
    return total / n
