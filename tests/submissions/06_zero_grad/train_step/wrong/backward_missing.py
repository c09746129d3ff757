# loses check_train_step: backward.missing
# loses check_train_step_dirty: backward.missing
def train_step(model, optimizer, loss_fn, data, target):
    optimizer.zero_grad()
    loss = loss_fn(model(data), target)
    optimizer.step()
    return loss.item()
