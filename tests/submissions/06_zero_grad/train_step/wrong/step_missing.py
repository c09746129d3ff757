# loses check_train_step: step.missing
# loses check_train_step_dirty: step.missing
def train_step(model, optimizer, loss_fn, data, target):
    optimizer.zero_grad()
    loss = loss_fn(model(data), target)
    loss.backward()
    return loss.item()
