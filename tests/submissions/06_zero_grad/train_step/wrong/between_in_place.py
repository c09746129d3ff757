# loses check_train_step: zero_grad.before_step
# loses check_train_step_dirty: zero_grad.before_step
def train_step(model, optimizer, loss_fn, data, target):
    pred = model(data)
    loss = loss_fn(pred, target)
    loss.backward()
    model.zero_grad(set_to_none=False)
    optimizer.step()
    return loss.item()
