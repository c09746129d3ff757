# loses check_cosine_to_full: unexplained | norm.wrong
import numpy as np
def cosine_to_full(grads, batch):
    a, b = grads[batch].mean(0), grads.mean(0)
    return a @ b / (np.linalg.norm(a) * np.linalg.norm(b) + 1e-2)
