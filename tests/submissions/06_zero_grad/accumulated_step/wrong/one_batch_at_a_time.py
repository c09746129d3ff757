# loses check_accumulated_step: accumulate.stepped_each
def train_on(model, optimizer, loss_fn, data, target):
    optimizer.zero_grad()
    loss = loss_fn(model(data), target)
    loss.backward()
    optimizer.step()
    return loss.item()


def accumulated_step(model, optimizer, loss_fn, minibatches):
    losses = [train_on(model, optimizer, loss_fn, *batch) for batch in minibatches]
    return sum(losses) / len(losses)
