# loses check_cosine_to_full: abs | order.normalised_first
import numpy as np
def cosine_to_full(grads, batch):
    u = grads / np.linalg.norm(grads, axis=1)[:, None]
    a, b = u[batch].mean(0), u.mean(0)
    return abs(a @ b) / (np.linalg.norm(a) * np.linalg.norm(b))
