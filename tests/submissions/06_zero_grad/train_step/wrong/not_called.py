# loses check_train_step: zero_grad.not_called
# loses check_train_step_dirty: zero_grad.not_called | zero_grad.dirty_start
def train_step(model, optimizer, loss_fn, data, target):
    optimizer.zero_grad
    loss = loss_fn(model(data), target)
    loss.backward()
    optimizer.step()
    return loss.item()
