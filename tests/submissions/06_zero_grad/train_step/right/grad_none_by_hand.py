def train_step(model, optimizer, loss_fn, data, target):
    for p in model.parameters():
        p.grad = None
    prediction = model(data)
    computed_loss = loss_fn(prediction, target)
    computed_loss.backward()
    optimizer.step()
    return computed_loss.item()
