import torch

def train(classifier, optimizer, train_loader, loss_fn, epochs):
    history = []
    epoch = 0
    classifier.train()
    while epoch < epochs:
        batches = iter(train_loader)
        losses = []
        while True:
            try:
                data, target = next(batches)
            except StopIteration:
                break
            for group in optimizer.param_groups:
                for p in group["params"]:
                    p.grad = None
            loss = loss_fn(classifier(torch.flatten(data, 1)), target)
            loss.backward()
            losses.append(loss.detach())
            optimizer.step()
        history.append(torch.stack(losses).mean().item())
        epoch += 1
    return history
