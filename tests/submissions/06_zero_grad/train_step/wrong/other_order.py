# loses check_train_step: error.arguments | error.exception
def train_step(model, loss_fn, optimizer, data, target):
    optimizer.zero_grad()
    loss = loss_fn(model(data), target)
    loss.backward()
    optimizer.step()
    return loss.item()
