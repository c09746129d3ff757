# loses check_train_step: batch.dropped
# loses check_train_step_dirty: batch.dropped
def train_step(model, optimizer, loss_fn, data, target):
    data, target = data[: len(data) // 2 + 1], target[: len(data) // 2 + 1]
    optimizer.zero_grad()
    loss = loss_fn(model(data), target)
    loss.backward()
    optimizer.step()
    return loss.item()
