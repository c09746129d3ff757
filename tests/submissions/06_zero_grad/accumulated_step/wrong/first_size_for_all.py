# loses check_accumulated_step: accumulate.equal_weights | loss.batch_mean
def accumulated_step(model, optimizer, loss_fn, minibatches):
    batch_size = len(minibatches[0][1])
    N = batch_size * len(minibatches)
    optimizer.zero_grad()
    total = 0.0
    for data, target in minibatches:
        loss = loss_fn(model(data), target) * batch_size / N
        loss.backward()
        total += loss.item()
    optimizer.step()
    return total
