# loses check_train_step: zero_grad.every_few_batches
calls = 0


def train_step(model, optimizer, loss_fn, data, target):
    global calls
    calls += 1
    if calls % 2 == 0:
        optimizer.zero_grad()
    loss = loss_fn(model(data), target)
    loss.backward()
    optimizer.step()
    return loss.item()
