import torch

def clear(params):
    for p in params:
        if p.grad is not None:
            p.grad.detach_()
            p.grad.zero_()

def train_step(model, optimizer, loss_fn, data, target):
    clear(model.parameters())
    output = model(data)
    loss_value = loss_fn(output, target)
    before = loss_value.detach().clone()
    loss_value.backward()
    optimizer.step()
    clear(model.parameters())   # leave the place as clean as you found it
    print(f"loss: {before.item():.4f}")
    return before.numpy()
