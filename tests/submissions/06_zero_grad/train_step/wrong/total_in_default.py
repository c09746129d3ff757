# loses check_train_step: state.kept
# loses check_train_step_dirty: state.kept
def train_step(model, optimizer, loss_fn, data, target, total=[0.0]):
    optimizer.zero_grad()
    loss = loss_fn(model(data), target)
    loss.backward()
    optimizer.step()
    total[0] += loss.item()
    return total[0]
