# loses check_train_step: unexplained
# loses check_train_step_dirty: unexplained
def train_step(model, optimizer, loss_fn, data, target):
    optimizer.zero_grad()
    out = model(data)
    loss = loss_fn(out, target)
    loss.backward()
    optimizer.step()
    return (out.argmax(1) == target).float().mean().item()
