import numpy as np

def cosine_to_full(grads, batch):
    a = grads[batch].mean(axis=0)
    b = grads.mean(axis=0)
    return np.dot(a, b) / (np.linalg.norm(a) * np.linalg.norm(b))
