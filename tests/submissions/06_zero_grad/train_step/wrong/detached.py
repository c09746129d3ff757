# loses check_train_step: backward.missing
# loses check_train_step_dirty: backward.missing
def train_step(model, optimizer, loss_fn, data, target):
    optimizer.zero_grad()
    out = model(data).detach().requires_grad_()
    loss = loss_fn(out, target)
    loss.backward()
    optimizer.step()
    return loss.item()
