# loses check_accumulated_step: accumulate.equal_weights
def accumulated_step(model, optimizer, loss_fn, minibatches):
    k = len(minibatches)
    optimizer.zero_grad()
    total, n = 0.0, 0
    for data, target in minibatches:
        loss = loss_fn(model(data), target)
        (loss / k).backward()
        total += loss.item() * len(data)
        n += len(data)
    optimizer.step()
    return total / n
