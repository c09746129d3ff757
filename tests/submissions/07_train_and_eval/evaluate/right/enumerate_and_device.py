import torch

device = torch.device("cuda" if torch.cuda.is_available() else "cpu")


def evaluate(model, loader, loss_fn, device=device):
    model = model.to(device)
    mode = "train" if model.training else "eval"
    model.eval()
    test_loss, correct = 0, 0
    with torch.no_grad():
        for batch_idx, (data, target) in enumerate(loader):
            data, target = data.to(device), target.to(device)
            output = model(data)
            test_loss += loss_fn(output, target).item() * target.size(0)
            pred = output.argmax(dim=1, keepdim=True)
            correct += pred.eq(target.view_as(pred)).sum().item()
    n = len(loader.dataset)
    print("\nTest set: Average loss: {:.4f}, Accuracy: {}/{}\n".format(test_loss / n, correct, n))
    getattr(model, mode)()
    return [test_loss / n, correct / n]
