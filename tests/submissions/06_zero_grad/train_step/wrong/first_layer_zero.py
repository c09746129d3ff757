# loses check_train_step: zero_grad.partial | zero_grad.never
# loses check_train_step_dirty: zero_grad.partial | zero_grad.dirty_start
def train_step(model, optimizer, loss_fn, data, target):
    for p in list(model.parameters())[:2]:
        p.grad = None
    loss = loss_fn(model(data), target)
    loss.backward()
    optimizer.step()
    return loss.item()
