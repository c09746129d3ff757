import numpy as np


def train_step(model, optimizer, loss_fn, data, target):
    optimizer.zero_grad()
    output = model(data)
    loss = loss_fn(output, target)
    loss.backward()
    accuracy = (output.argmax(dim=1) == target).float().mean()
    optimizer.step()
    return np.float32(loss.item())
