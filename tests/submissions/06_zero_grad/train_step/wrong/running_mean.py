# loses check_train_step: state.kept
# loses check_train_step_dirty: state.kept
losses = []


def train_step(model, optimizer, loss_fn, data, target):
    optimizer.zero_grad()
    loss = loss_fn(model(data), target)
    loss.backward()
    optimizer.step()
    losses.append(loss.item())
    return sum(losses) / len(losses)
