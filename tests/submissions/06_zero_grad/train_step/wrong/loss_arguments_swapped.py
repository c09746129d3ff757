# loses check_train_step: error.exception
# loses check_train_step_dirty: error.exception
def train_step(model, optimizer, loss_fn, data, target):
    optimizer.zero_grad()
    loss = loss_fn(target, model(data))
    loss.backward()
    optimizer.step()
    return loss.item()
