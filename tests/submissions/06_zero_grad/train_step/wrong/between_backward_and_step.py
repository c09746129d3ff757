# loses check_train_step: zero_grad.before_step
# loses check_train_step_dirty: zero_grad.before_step
def train_step(model, optimizer, loss_fn, data, target):
    loss = loss_fn(model(data), target)
    loss.backward()
    optimizer.zero_grad()
    optimizer.step()
    return loss.item()
