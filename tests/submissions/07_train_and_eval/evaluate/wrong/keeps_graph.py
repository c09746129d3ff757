# loses check_evaluate: gradient.kept
def evaluate(model, loader, loss_fn):
    was = model.training
    model.eval()
    loss, correct, n = 0, 0, 0
    for data, target in loader:
        output = model(data)
        loss += loss_fn(output, target) * len(target)
        correct += (output.argmax(dim=1) == target).sum()
        n += len(target)
    model.train(was)
    return loss / n, correct / n
