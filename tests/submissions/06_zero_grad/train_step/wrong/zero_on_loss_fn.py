# loses check_train_step: zero_grad.wrong_object
# loses check_train_step_dirty: zero_grad.wrong_object | zero_grad.dirty_start
def train_step(model, optimizer, loss_fn, data, target):
    loss_fn.zero_grad()
    loss = loss_fn(model(data), target)
    loss.backward()
    optimizer.step()
    return loss.item()
