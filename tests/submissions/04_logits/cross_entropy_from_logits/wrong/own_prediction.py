# loses check_cross_entropy_from_logits: argument.ignored
import numpy as np

def cross_entropy_from_logits(z, y):
    losses = []
    for i in range(len(z)):
        row = z[i] - np.max(z[i])
        y = np.argmax(row)           # class index
        losses.append(np.log(np.sum(np.exp(row))) - row[y])
    return sum(losses) / len(losses)
