# loses check_cosine_to_full: order.mean_of_cosines
import numpy as np

def cosine_to_full(grads, batch):
    b = grads.mean(axis=0)
    cosines = [grads[i] @ b / (np.linalg.norm(grads[i]) * np.linalg.norm(b)) for i in batch]
    return np.mean(cosines)
