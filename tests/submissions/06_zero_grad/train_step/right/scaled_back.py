def train_step(model, optimizer, loss_fn, data, target):
    optimizer.zero_grad()
    loss = loss_fn(model(data), target)
    (loss * 1024).backward()
    for p in model.parameters():
        p.grad /= 1024
    optimizer.step()
    return loss.item()
