# loses check_accumulated_step: accumulate.stepped_each
def accumulated_step(model, optimizer, loss_fn, minibatches):
    total, n = 0.0, 0
    for data, target in minibatches:
        optimizer.zero_grad()
        loss = loss_fn(model(data), target)
        loss.backward()
        optimizer.step()
        total += loss.item() * len(target)
        n += len(target)
    return total / n
