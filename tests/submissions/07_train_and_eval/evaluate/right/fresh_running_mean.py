import torch

class AverageMeter:
    """Computes and stores the average and current value (pytorch imagenet example)"""
    def __init__(self):
        self.reset()
    def reset(self):
        self.val = self.avg = self.sum = self.count = 0
    def update(self, val, n=1):
        self.val = val
        self.sum += val * n
        self.count += n
        self.avg = self.sum / self.count

def accuracy(output, target):
    _, pred = output.topk(1, 1, True, True)
    return pred.squeeze(1).eq(target).float().mean().item()

def evaluate(model, loader, loss_fn):
    losses, top1 = AverageMeter(), AverageMeter()
    training = model.training
    model.eval()
    try:
        with torch.no_grad():
            for i, (images, target) in enumerate(loader):
                output = model(images)
                loss = loss_fn(output, target)
                losses.update(loss.item(), images.size(0))
                top1.update(accuracy(output, target), images.size(0))
                if i % 10 == 0:
                    print(f"Test: [{i}/{len(loader)}] Loss {losses.val:.4f} ({losses.avg:.4f})")
    finally:
        model.train(training)
    return losses.avg, top1.avg
