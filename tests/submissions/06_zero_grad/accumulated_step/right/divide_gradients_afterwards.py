def accumulated_step(model, optimizer, loss_fn, minibatches):
    optimizer.zero_grad()
    total_loss = 0
    total_n = 0
    for data, target in minibatches:
        loss = loss_fn(model(data), target) * len(data)
        loss.backward()
        total_loss += loss.item()
        total_n += len(data)
    for p in model.parameters():
        if p.grad is not None:
            p.grad /= total_n
    optimizer.step()
    optimizer.zero_grad()
    return total_loss / total_n
