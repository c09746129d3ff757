# loses check_train_step: loss.scaled | reduction.sum
# loses check_train_step_dirty: loss.scaled | reduction.sum
def train_step(model, optimizer, loss_fn, data, target):
    optimizer.zero_grad()
    loss = loss_fn(model(data), target)
    loss.backward()
    optimizer.step()
    return loss.item() * data.size(0)
