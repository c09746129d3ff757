def train_step(model, optimizer, loss_fn, data, target):
    for group in optimizer.param_groups:
        for p in group["params"]:
            if p.grad is not None:
                p.grad.detach_()
                p.grad.zero_()
    loss = loss_fn(model(data), target)
    loss.backward()
    optimizer.step()
    return loss.detach().numpy()
