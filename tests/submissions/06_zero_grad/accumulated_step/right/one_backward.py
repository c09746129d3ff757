def accumulated_step(model, optimizer, loss_fn, minibatches):
    total, count = 0, 0
    for data, target in minibatches:
        total = total + loss_fn(model(data), target) * data.shape[0]
        count += data.shape[0]
    mean = total / count
    optimizer.zero_grad()
    mean.backward()
    optimizer.step()
    return mean.item()
