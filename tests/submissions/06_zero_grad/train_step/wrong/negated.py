# loses check_train_step: loss.sign
# loses check_train_step_dirty: loss.sign
def train_step(model, optimizer, loss_fn, data, target):
    optimizer.zero_grad()
    loss = -loss_fn(model(data), target)
    loss.backward()
    optimizer.step()
    return -loss.item()
