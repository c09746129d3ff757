import numpy as np
def cosine_to_full(grads, batch):
    a = np.average(grads[batch], axis=0); b = np.average(grads, axis=0)
    A, B, C = np.linalg.norm(a), np.linalg.norm(b), np.linalg.norm(a - b)
    return (A**2 + B**2 - C**2) / (2 * A * B)
