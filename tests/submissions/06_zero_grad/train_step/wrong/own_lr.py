# loses check_train_step: optimizer.ignored
# loses check_train_step_dirty: optimizer.ignored
def train_step(model, optimizer, loss_fn, data, target):
    for g in optimizer.param_groups:
        g["lr"] = 0.1
    optimizer.zero_grad()
    loss = loss_fn(model(data), target)
    loss.backward()
    optimizer.step()
    return loss.item()
