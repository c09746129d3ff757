# loses check_cosine_to_full: returns.shape
import numpy as np

def cosine_to_full(grads, batch):
    a = grads[batch].mean(axis=0, keepdims=True)
    b = grads.mean(axis=0, keepdims=True)
    return a @ b.T / (np.linalg.norm(a) * np.linalg.norm(b))
