import torch

def accumulated_step(model, optimizer, loss_fn, minibatches):
    optimizer.zero_grad()
    seen = 0
    loss_sum = 0
    for i, (x, y) in enumerate(minibatches):
        b = x.shape[0]
        mean_loss = loss_fn(model(x), y)
        (mean_loss * b).backward()      # undo the mean
        loss_sum += mean_loss.item() * b
        seen += b
        print(f"\rminibatch {i + 1}/{len(minibatches)}", end="")
    with torch.no_grad():
        for group in optimizer.param_groups:
            for p in group["params"]:
                if p.grad is not None:
                    p.grad /= seen
    optimizer.step()
    return loss_sum / seen
