# loses check_cosine_to_full: norm.wrong
import numpy as np
def cosine_to_full(grads, batch):
    a, b = grads[batch].mean(0), grads.mean(0)
    return a @ b / (np.linalg.norm(grads[batch]) * np.linalg.norm(grads))
