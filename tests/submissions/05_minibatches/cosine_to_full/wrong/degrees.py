# loses check_cosine_to_full: angle.returned
import numpy as np
def cosine_to_full(grads, batch):
    a, b = grads[batch].sum(0), grads.sum(0)
    return np.degrees(np.arccos(a @ b / np.linalg.norm(a) / np.linalg.norm(b)))
