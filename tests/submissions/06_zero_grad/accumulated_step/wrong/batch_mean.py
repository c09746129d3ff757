# loses check_accumulated_step: loss.batch_mean
def accumulated_step(model, optimizer, loss_fn, minibatches):
    N = sum(len(t) for _, t in minibatches)
    losses = []
    optimizer.zero_grad()
    for data, target in minibatches:
        loss = loss_fn(model(data), target)
        (loss * len(target) / N).backward()
        losses.append(loss.item())
    optimizer.step()
    return sum(losses) / len(losses)
