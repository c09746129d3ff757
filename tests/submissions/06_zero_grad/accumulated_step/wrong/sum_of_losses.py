# loses check_accumulated_step: history.sum | reduction.sum
def accumulated_step(model, optimizer, loss_fn, minibatches):
    N = sum(len(t) for _, t in minibatches)
    total = 0
    optimizer.zero_grad()
    for data, target in minibatches:
        loss = loss_fn(model(data), target)
        (loss * len(target) / N).backward()
        total += loss.item()
    optimizer.step()
    return total
