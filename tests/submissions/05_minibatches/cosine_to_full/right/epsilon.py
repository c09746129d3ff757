import numpy as np

def cosine_to_full(grads, batch):
    g_b = np.take(grads, batch, axis=0).mean(axis=0)
    g = grads.mean(axis=0)
    eps = 1e-12
    return np.sum(g_b * g) / (np.linalg.norm(g_b) * np.linalg.norm(g) + eps)
