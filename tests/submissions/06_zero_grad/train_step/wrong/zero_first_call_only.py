# loses check_train_step: zero_grad.once | zero_grad.never
# loses check_train_step_dirty: zero_grad.once | zero_grad.never | zero_grad.dirty_start
first = True


def train_step(model, optimizer, loss_fn, data, target):
    global first
    if first:
        optimizer.zero_grad()
        first = False
    loss = loss_fn(model(data), target)
    loss.backward()
    optimizer.step()
    return loss.item()
