# loses check_cosine_to_full: loop.overwritten | argument.ignored
import numpy as np
def cosine_to_full(grads, batch):
    for i in batch:
        a = grads[i]
    b = grads.mean(axis=0)
    return a @ b / np.linalg.norm(a) / np.linalg.norm(b)
