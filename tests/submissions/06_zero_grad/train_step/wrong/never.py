# loses check_train_step: zero_grad.never
# loses check_train_step_dirty: zero_grad.never | zero_grad.dirty_start
def train_step(model, optimizer, loss_fn, data, target):
    loss = loss_fn(model(data), target)
    loss.backward()
    optimizer.step()
    return loss.item()
