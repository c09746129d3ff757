import numpy as np

def cosine_to_full(grads, batch):
    mask = np.isin(np.arange(len(grads)), batch)
    a, b = grads[mask].mean(axis=0), grads.mean(axis=0)
    return a.dot(b) / np.sqrt(a.dot(a)) / np.sqrt(b.dot(b))
