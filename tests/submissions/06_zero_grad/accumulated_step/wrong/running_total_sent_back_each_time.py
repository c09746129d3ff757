# loses check_accumulated_step: backward.twice
def accumulated_step(model, optimizer, loss_fn, minibatches):
    N = sum(len(t) for _, t in minibatches)
    optimizer.zero_grad()
    total = 0.0
    for data, target in minibatches:
        total = total + loss_fn(model(data), target) * len(target) / N
        total.backward(retain_graph=True)
    optimizer.step()
    return total.item()
