# loses check_train_step: rounded
# loses check_train_step_dirty: rounded
def train_step(model, optimizer, loss_fn, data, target):
    optimizer.zero_grad()
    loss = loss_fn(model(data), target)
    loss.backward()
    optimizer.step()
    return round(loss.item(), 2)
