# loses check_accumulated_step: backward.missing | error.exception
def accumulated_step(model, optimizer, loss_fn, minibatches):
    N = sum(len(t) for _, t in minibatches)
    optimizer.zero_grad()
    total = 0.0
    for data, target in minibatches:
        total += loss_fn(model(data), target).item() * len(target)
    (total / N).backward()
    optimizer.step()
    return total / N
