# loses check_train_step: returns.shape | returns.type
# loses check_train_step_dirty: returns.shape | returns.type
def train_step(model, optimizer, loss_fn, data, target):
    optimizer.zero_grad()
    out = model(data)
    loss = loss_fn(out, target)
    loss.backward()
    optimizer.step()
    accuracy = (out.argmax(1) == target).float().mean().item()
    return loss.item(), accuracy
