# loses check_train_step: optimizer.partial
# loses check_train_step_dirty: optimizer.partial
def train_step(model, optimizer, loss_fn, data, target):
    parameters = list(model.parameters())
    for p in parameters[:-2]:
        p.requires_grad = False
    optimizer.zero_grad()
    loss = loss_fn(model(data), target)
    loss.backward()
    optimizer.step()
    return loss.item()
