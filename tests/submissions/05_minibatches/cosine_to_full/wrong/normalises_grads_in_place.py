# loses check_cosine_to_full: order.normalised_first | input.modified
import numpy as np

def cosine_to_full(grads, batch):
    grads /= np.linalg.norm(grads, axis=1, keepdims=True)
    a, b = grads[batch].mean(axis=0), grads.mean(axis=0)
    return a @ b / (np.linalg.norm(a) * np.linalg.norm(b))
