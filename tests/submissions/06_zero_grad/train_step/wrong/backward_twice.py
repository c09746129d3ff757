# loses check_train_step: backward.twice
# loses check_train_step_dirty: backward.twice
def train_step(model, optimizer, loss_fn, data, target):
    optimizer.zero_grad()
    loss = loss_fn(model(data), target)
    loss.backward(retain_graph=True)
    loss.backward()
    optimizer.step()
    return loss.item()
