# loses check_evaluate: error.arguments
import torch


@torch.no_grad()
def evaluate(model, test_loader, criterion):
    was = model.training
    model.eval()
    loss, correct, n = 0.0, 0, 0
    for data, target in test_loader:
        output = model(data)
        loss += criterion(output, target).item() * len(target)
        correct += (output.argmax(dim=1) == target).sum().item()
        n += len(target)
    model.train(was)
    return loss / n, correct / n
