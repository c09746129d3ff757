import torch


def evaluate(model, loader, loss_fn):
    was_training = model.training
    model.eval()
    losses, right = [], []
    with torch.no_grad():
        for X, Y in loader:
            for x, y in zip(X, Y):
                out = model(x[None])
                losses.append(loss_fn(out, y[None]).item())
                right.append(out[0].argmax().item() == y.item())
    model.train(was_training)
    return sum(losses) / len(losses), sum(right) / len(right)
