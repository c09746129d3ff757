import torch

def run_batch(net, opt, crit, x, y):
    y_hat = net(x)
    l = crit(y_hat, y)
    l.backward()
    opt.step()
    for p in net.parameters():
        if p.grad is not None:
            p.grad.zero_()
    return l.item()

def run_epoch(net, opt, crit, loader):
    net.train()
    losses = [run_batch(net, opt, crit, x.reshape(-1, 28 * 28), y) for x, y in loader]
    return sum(losses) / len(losses)

def train(classifier, optimizer, train_loader, loss_fn, epochs):
    try:
        return [run_epoch(classifier, optimizer, loss_fn, train_loader) for _ in range(epochs)]
    finally:
        classifier.eval()      # ready to be used
