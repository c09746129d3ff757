def train_step(model, optimizer, loss_fn, data, target):
    out = model(data)
    loss = loss_fn(out, target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    print("loss", loss.item())
    return float(loss)
