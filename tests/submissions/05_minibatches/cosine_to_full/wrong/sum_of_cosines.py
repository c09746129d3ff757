# loses check_cosine_to_full: unexplained | order.mean_of_cosines
import numpy as np
def cosine_to_full(grads, batch):
    f = grads.mean(0)
    return sum(grads[i] @ f / np.linalg.norm(grads[i]) / np.linalg.norm(f) for i in batch)
