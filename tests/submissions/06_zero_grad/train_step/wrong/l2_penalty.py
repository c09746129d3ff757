# loses check_train_step: loss.other_function
# loses check_train_step_dirty: loss.other_function
def train_step(model, optimizer, loss_fn, data, target):
    optimizer.zero_grad()
    loss = loss_fn(model(data), target)
    penalty = sum((p**2).sum() for p in model.parameters())
    (loss + 0.01 * penalty).backward()
    optimizer.step()
    return loss.item()
