# loses check_train_step: input.altered | input.modified
# loses check_train_step_dirty: input.altered | input.modified
def train_step(model, optimizer, loss_fn, data, target):
    data = data / 255
    optimizer.zero_grad()
    loss = loss_fn(model(data), target)
    loss.backward()
    optimizer.step()
    return loss.item()
