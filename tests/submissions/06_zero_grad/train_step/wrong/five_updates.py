# loses check_train_step: step.twice
# loses check_train_step_dirty: step.twice
def train_step(model, optimizer, loss_fn, data, target):
    for _ in range(5):
        optimizer.zero_grad()
        loss = loss_fn(model(data), target)
        loss.backward()
        optimizer.step()
    return loss.item()
