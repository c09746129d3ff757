# loses check_train_step: input.altered
# loses check_train_step_dirty: input.altered
def train_step(model, optimizer, loss_fn, data, target):
    optimizer.zero_grad()
    loss = loss_fn(model(data.flip(0)), target)
    loss.backward()
    optimizer.step()
    return loss.item()
