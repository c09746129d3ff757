import numpy as np

def cosine_to_full(grads, batch):
    # the length does not matter, so sums do as well as means
    a = np.sum(grads[batch], axis=0)
    b = np.sum(grads, axis=0)
    return float(a @ b / np.sqrt((a @ a) * (b @ b)))
