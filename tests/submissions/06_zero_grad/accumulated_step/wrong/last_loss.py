# loses check_accumulated_step: history.last_batch | loop.overwritten
def accumulated_step(model, optimizer, loss_fn, minibatches):
    N = sum(len(t) for _, t in minibatches)
    optimizer.zero_grad()
    for data, target in minibatches:
        loss = loss_fn(model(data), target)
        (loss * len(target) / N).backward()
    optimizer.step()
    return loss.item()
