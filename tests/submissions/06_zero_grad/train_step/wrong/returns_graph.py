# loses check_train_step: gradient.kept | loss.detached_history
# loses check_train_step_dirty: gradient.kept | loss.detached_history
def train_step(model, optimizer, loss_fn, data, target):
    optimizer.zero_grad()
    loss = loss_fn(model(data), target)
    loss.backward()
    optimizer.step()
    return loss
