import warnings


def train_step(model, optimizer, loss_fn, data, target):
    optimizer.zero_grad(set_to_none=False)
    loss = loss_fn(model(data), target)
    loss.backward()
    optimizer.step()
    warnings.warn("one more step")
    optimizer.zero_grad(set_to_none=False)
    return loss.item()
