import numpy as np


def diagnose(steps):
    batch, used = (np.concatenate(part) for part in zip(*steps))
    d = steps[0][0].size
    shifted = np.concatenate((np.zeros(d), batch[:-d]))
    summed = batch.reshape(-1, d).cumsum(0).ravel()
    size = np.linalg.norm(batch) + np.linalg.norm(used)
    for word, would in [("stale", shifted), ("erased", 0 * batch), ("accumulates", summed), ("correct", batch)]:
        if np.linalg.norm(used - would) <= 1e-4 * size:
            return word
