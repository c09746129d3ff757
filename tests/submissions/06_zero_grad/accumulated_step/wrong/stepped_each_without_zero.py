# loses check_accumulated_step: accumulate.stepped_each | zero_grad.never
def accumulated_step(model, optimizer, loss_fn, minibatches):
    optimizer.zero_grad()
    N = sum(len(t) for _, t in minibatches)
    total = 0.0
    for data, target in minibatches:
        loss = loss_fn(model(data), target) * len(target) / N
        loss.backward()
        optimizer.step()
        total += loss.item()
    return total
