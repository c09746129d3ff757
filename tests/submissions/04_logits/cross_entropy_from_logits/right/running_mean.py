import numpy as np


def cross_entropy_from_logits(z, y):
    mean = 0.0
    for i, (row, label) in enumerate(zip(z, y), start=1):
        loss = np.logaddexp.reduce(row) - row[label]
        mean += (loss - mean) / i
    return mean
