# loses check_accumulated_step: batch.dropped
def accumulated_step(model, optimizer, loss_fn, minibatches):
    N = sum(len(t) for _, t in minibatches)
    optimizer.zero_grad()
    total = 0.0
    for i in range(len(minibatches) - 1):
        data, target = minibatches[i]
        loss = loss_fn(model(data), target) * len(target) / N
        loss.backward()
        total += loss.item()
    optimizer.step()
    return total
