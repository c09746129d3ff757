# loses check_accumulated_step: loss.scaled
def accumulated_step(model, optimizer, loss_fn, minibatches):
    N = sum(len(t) for _, t in minibatches)
    optimizer.zero_grad()
    total = 0.0
    for data, target in minibatches:
        loss = loss_fn(model(data), target)
        (loss * len(target) / N / len(minibatches)).backward()
        total += loss.item() * len(target)
    optimizer.step()
    return total / N
