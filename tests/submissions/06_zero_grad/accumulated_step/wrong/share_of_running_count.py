# loses check_accumulated_step: unexplained
def accumulated_step(model, optimizer, loss_fn, minibatches):
    seen = 0
    optimizer.zero_grad()
    total = 0.0
    for data, target in minibatches:
        seen += len(target)
        loss = loss_fn(model(data), target) * len(target) / seen
        loss.backward()
        total += loss.item()
    optimizer.step()
    return total
