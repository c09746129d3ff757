# loses check_accumulated_step: zero_grad.before_step
def accumulated_step(model, optimizer, loss_fn, minibatches):
    N = sum(len(t) for _, t in minibatches)
    total = 0.0
    for data, target in minibatches:
        loss = loss_fn(model(data), target) * len(target) / N
        loss.backward()
        total += loss.item()
    optimizer.zero_grad()
    optimizer.step()
    return total
