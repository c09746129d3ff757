# loses check_train_step: loss.scaled
# loses check_train_step_dirty: loss.scaled
def train_step(model, optimizer, loss_fn, data, target):
    optimizer.zero_grad()
    loss = loss_fn(model(data), target) / len(data)
    loss.backward()
    optimizer.step()
    return loss.item()
