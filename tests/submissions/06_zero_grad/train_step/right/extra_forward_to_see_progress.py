import torch


def train_step(model, optimizer, loss_fn, data, target):
    optimizer.zero_grad()
    loss = loss_fn(model(data), target)
    loss.backward()
    optimizer.step()
    with torch.no_grad():
        after = loss_fn(model(data), target).item()
    print(f"{loss.item():.4f} -> {after:.4f}")
    return loss.item()
