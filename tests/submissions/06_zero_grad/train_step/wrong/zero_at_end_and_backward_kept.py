# loses check_train_step: step.before_backward
# loses check_train_step_dirty: step.before_backward
def train_step(model, optimizer, loss_fn, data, target):
    loss = loss_fn(model(data), target)
    optimizer.step()
    optimizer.zero_grad()
    loss.backward()
    return loss.item()
