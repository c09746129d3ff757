# loses check_cosine_to_full: batch.others
import numpy as np
def cosine_to_full(grads, batch):
    mask = np.ones(len(grads), bool); mask[batch] = False
    a, f = grads[mask].mean(0), grads.mean(0)
    return a @ f / (np.linalg.norm(a) * np.linalg.norm(f))
