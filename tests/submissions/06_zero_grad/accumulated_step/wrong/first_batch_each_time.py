# loses check_accumulated_step: batch.same | batch.first_only
def accumulated_step(model, optimizer, loss_fn, minibatches):
    N = sum(len(t) for _, t in minibatches)
    optimizer.zero_grad()
    total = 0.0
    for _ in minibatches:
        data, target = minibatches[0]
        loss = loss_fn(model(data), target) * len(target) / N
        loss.backward()
        total += loss.item()
    optimizer.step()
    return total
