def train_step(model, optimizer, loss_fn, data, target):
    def closure():
        optimizer.zero_grad()
        loss = loss_fn(model(data), target)
        loss.backward()
        return loss

    return optimizer.step(closure).item()
