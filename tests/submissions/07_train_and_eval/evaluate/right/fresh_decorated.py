import torch

@torch.no_grad()
def evaluate(model, loader, loss_fn):
    was_training = model.training
    model.eval()
    loss_sum, correct, count = 0.0, 0, 0
    for data, target in loader:
        out = model(data)
        b = target.size(0)
        loss_sum += loss_fn(out, target).item() * b
        correct += (out.argmax(dim=1) == target).sum().item()
        count += b
    model.train(was_training)
    return loss_sum / count, correct / count
