import numpy as np

def cosine_to_full(grads, batch):
    u = grads[list(batch)].mean(axis=0)
    v = grads.mean(axis=0)
    u, v = u / np.linalg.norm(u), v / np.linalg.norm(v)
    print("batch", batch, "length", np.linalg.norm(u))
    return 1 - np.sum((u - v) ** 2) / 2
