# loses check_train_step: error.exception
# loses check_train_step_dirty: error.exception
def train_step(model, optimizer, loss_fn, data, target):
    optimizer.zero_grad()
    los = loss_fn(model(data), target)
    loss.backward()
    optimizer.step()
    return loss.item()
