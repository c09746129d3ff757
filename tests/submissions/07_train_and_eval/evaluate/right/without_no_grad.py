def evaluate(model, loader, loss_fn):
    before = model.training
    model.eval()
    n = 0
    loss_sum = 0.0
    right = 0
    for data, target in loader:
        out = model(data)
        loss_sum += loss_fn(out, target).item() * len(data)
        predictions = out.max(1)[1]
        for p, t in zip(predictions, target):
            if p == t:
                right += 1
        n += len(data)
    model.train(mode=before)
    return loss_sum / n, right / n
