# loses check_train_step: returns.none
# loses check_train_step_dirty: returns.none
def train_step(model, optimizer, loss_fn, data, target):
    optimizer.zero_grad()
    loss = loss_fn(model(data), target)
    loss.backward()
    optimizer.step()
    print(loss.item())
