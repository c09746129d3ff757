# loses check_accumulated_step: returns.shape | returns.type
def accumulated_step(model, optimizer, loss_fn, minibatches):
    N = sum(len(t) for _, t in minibatches)
    optimizer.zero_grad()
    losses = []
    for data, target in minibatches:
        loss = loss_fn(model(data), target) * len(target) / N
        loss.backward()
        losses.append(loss.item())
    optimizer.step()
    return losses
