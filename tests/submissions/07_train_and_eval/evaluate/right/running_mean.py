import torch
import matplotlib.pyplot as plt


def evaluate(model, loader, loss_fn):
    was_training = model.training
    model.eval()
    loss = accuracy = 0.0
    seen = 0
    curve = []
    with torch.no_grad():
        for data, target in loader:
            b = len(target)
            out = torch.softmax(model(data), dim=1)
            batch_accuracy = (out.argmax(dim=1) == target).float().mean().item()
            batch_loss = loss_fn(model(data), target).item()
            loss = (loss * seen + batch_loss * b) / (seen + b)
            accuracy = (accuracy * seen + batch_accuracy * b) / (seen + b)
            seen += b
            curve.append(loss)
    plt.plot(curve)
    plt.close()
    model.train(was_training)
    return loss, accuracy
