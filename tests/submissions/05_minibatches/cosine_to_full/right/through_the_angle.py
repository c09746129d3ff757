import numpy as np

def cosine_to_full(grads, batch):
    a, b = grads[batch].mean(axis=0), grads.mean(axis=0)
    theta = np.arccos(np.clip(a @ b / (np.linalg.norm(a) * np.linalg.norm(b)), -1, 1))
    return np.cos(theta)
