# loses check_cosine_to_full: norm.missing | unexplained
import numpy as np
def cosine_to_full(grads, batch):
    a, f = grads[batch].sum(0), grads.mean(0)
    return a @ f / np.linalg.norm(f)
