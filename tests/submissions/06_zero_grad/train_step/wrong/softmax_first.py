# loses check_train_step: loss.softmax_first
# loses check_train_step_dirty: loss.softmax_first
def train_step(model, optimizer, loss_fn, data, target):
    optimizer.zero_grad()
    probabilities = model(data).softmax(dim=1)
    loss = loss_fn(probabilities, target)
    loss.backward()
    optimizer.step()
    return loss.item()
