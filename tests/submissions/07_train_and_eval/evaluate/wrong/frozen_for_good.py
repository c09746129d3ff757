# loses check_evaluate: parameters.changed
def evaluate(model, loader, loss_fn):
    was_training = model.training
    model.eval()
    model.requires_grad_(False)  # instead of no_grad
    loss = right = n = 0
    for data, target in loader:
        output = model(data)
        loss += float(loss_fn(output, target)) * len(target)
        right += int((output.argmax(dim=1) == target).sum())
        n += len(target)
    model.train(was_training)
    return loss / n, right / n
