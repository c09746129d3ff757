import torch


@torch.no_grad()
def evaluate(model, loader, loss_fn):
    mode = model.training
    model.eval()
    total_loss = 0
    total_correct = 0
    for data, target in loader:
        logits = model(data)
        total_loss += loss_fn(logits, target) * data.size(0)
        total_correct += logits.argmax(1).eq(target).sum()
    if mode:
        model.train()
    return total_loss / len(loader.dataset), total_correct / len(loader.dataset)
