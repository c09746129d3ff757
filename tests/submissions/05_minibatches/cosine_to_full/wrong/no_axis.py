# loses check_cosine_to_full: axis.all
import numpy as np

def cosine_to_full(grads, batch):
    a, b = np.mean(grads[batch]), np.mean(grads)
    return np.dot(a, b) / (np.linalg.norm(a) * np.linalg.norm(b))
