import numpy as np


def accumulated_step(model, optimizer, loss_fn, minibatches):
    ns = [target.numel() for _, target in minibatches]
    N = sum(ns)
    losses = []
    model.zero_grad(set_to_none=False)
    for (data, target), n in zip(minibatches, ns):
        out = model(data)
        loss = loss_fn(out, target)
        (loss * (n / N)).backward()
        losses.append(loss.item())
    optimizer.step()
    print("losses", losses)
    return np.average(losses, weights=ns)
