# loses check_accumulated_step: accumulate.stepped_each | step.every_few_batches | batch.dropped | unexplained
def accumulated_step(model, optimizer, loss_fn, minibatches):
    n = sum(len(t) for _, t in minibatches)
    total = 0.0
    optimizer.zero_grad()
    for i, (data, target) in enumerate(minibatches, 1):
        loss = loss_fn(model(data), target) * len(target) / n
        loss.backward()
        total += loss.item()
        if i % 2 == 0:
            optimizer.step()
            optimizer.zero_grad()
    return total
