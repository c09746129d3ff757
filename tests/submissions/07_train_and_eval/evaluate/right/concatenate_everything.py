import torch

def evaluate(model, loader, loss_fn):
    mode = model.training
    model.train(mode=False)
    with torch.no_grad():
        outs, ts = zip(*[(model(d), t) for d, t in loader])
        outs, ts = torch.cat(outs), torch.cat(ts)
        loss = loss_fn(outs, ts)
        acc = (outs.argmax(1) == ts).float().mean()
    if mode:
        model.train()
    print("Test loss: %.4f, accuracy: %.1f%%" % (loss, 100 * acc))
    return loss, acc
