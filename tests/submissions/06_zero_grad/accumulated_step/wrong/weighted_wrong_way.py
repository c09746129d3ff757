# loses check_accumulated_step: unexplained | loss.scaled
def accumulated_step(model, optimizer, loss_fn, minibatches):
    n = sum(len(t) for _, t in minibatches)
    optimizer.zero_grad()
    total = 0.0
    for data, target in minibatches:
        loss = loss_fn(model(data), target)
        (loss / len(target)).backward()
        total += loss.item() * len(target)
    optimizer.step()
    return total / n
