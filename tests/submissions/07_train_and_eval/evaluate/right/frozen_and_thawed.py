def evaluate(model, loader, loss_fn):
    learns = {p: p.requires_grad for p in model.parameters()}
    modes = {m: m.training for m in model.modules()}
    model.requires_grad_(False)
    model.eval()
    loss = right = n = 0
    for data, target in loader:
        output = model(data)
        loss += float(loss_fn(output, target)) * len(target)
        right += int((output.argmax(dim=1) == target).sum())
        n += len(target)
    for p, was in learns.items():
        p.requires_grad = was
    for m, was in modes.items():
        m.training = was
    return loss / n, right / n
