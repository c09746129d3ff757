# loses check_cosine_to_full: batch.range
import numpy as np
def cosine_to_full(grads, batch):
    a, b = grads[batch[0]:batch[-1]].mean(0), grads.mean(0)
    return a @ b / np.linalg.norm(a) / np.linalg.norm(b)
