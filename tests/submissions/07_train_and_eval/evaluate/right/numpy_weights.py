import numpy as np
import torch

try:
    from tqdm import tqdm
except ImportError:

    def tqdm(batches, desc=None):
        return batches


def evaluate(model, loader, loss_fn):
    state = model.training
    model.eval()
    losses, accuracies, sizes = [], [], []
    for data, target in tqdm(loader, desc="evaluating"):
        with torch.no_grad():
            prediction = model(data)
        losses.append(loss_fn(prediction, target).numpy())
        accuracies.append(np.mean(prediction.numpy().argmax(axis=1) == target.numpy()))
        sizes.append(len(target))
        print(f"batch of {sizes[-1]}: {losses[-1]:.3f}")
    if state:
        model.train()
    else:
        model.eval()
    return np.average(losses, weights=sizes), np.average(accuracies, weights=sizes)
