# loses check_accumulated_step: accumulate.unscaled | loss.batch_mean
def accumulated_step(model, optimizer, loss_fn, minibatches):
    optimizer.zero_grad()
    running_loss = 0.0
    for data, target in minibatches:
        loss = loss_fn(model(data), target)
        loss.backward()
        running_loss += loss.item()
    optimizer.step()
    return running_loss / len(minibatches)
