# loses check_train_step: zero_grad.never | returns.none
# loses check_train_step_dirty: zero_grad.never | zero_grad.dirty_start | returns.none
def train_step(model, optimizer, loss_fn, data, target):
    outputs = model(data)
    loss = loss_fn(outputs, target)
    loss.backward()
    optimizer.step()
