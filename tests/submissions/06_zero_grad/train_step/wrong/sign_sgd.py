# loses check_train_step: unexplained
# loses check_train_step_dirty: unexplained
def train_step(model, optimizer, loss_fn, data, target):
    optimizer.zero_grad()
    loss = loss_fn(model(data), target)
    loss.backward()
    for p in model.parameters():
        p.grad = p.grad.sign()
    optimizer.step()
    return loss.item()
