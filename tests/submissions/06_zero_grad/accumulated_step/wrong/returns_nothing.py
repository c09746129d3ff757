# loses check_accumulated_step: returns.none
def accumulated_step(model, optimizer, loss_fn, minibatches):
    N = sum(len(t) for _, t in minibatches)
    optimizer.zero_grad()
    for data, target in minibatches:
        (loss_fn(model(data), target) * len(target) / N).backward()
    optimizer.step()
