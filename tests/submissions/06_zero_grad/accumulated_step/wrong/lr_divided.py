# loses check_accumulated_step: accumulate.unscaled | optimizer.ignored
def accumulated_step(model, optimizer, loss_fn, minibatches):
    n = sum(len(t) for _, t in minibatches)
    optimizer.zero_grad()
    total = 0.0
    for data, target in minibatches:
        loss = loss_fn(model(data), target)
        loss.backward()
        total += loss.item() * len(target)
    for g in optimizer.param_groups:
        g["lr"] /= len(minibatches)
    optimizer.step()
    return total / n
