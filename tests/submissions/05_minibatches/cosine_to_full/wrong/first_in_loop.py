# loses check_cosine_to_full: batch.first_only | loop.early_return
import numpy as np
def cosine_to_full(grads, batch):
    f = grads.mean(0)
    for i in batch:
        return grads[i] @ f / np.linalg.norm(grads[i]) / np.linalg.norm(f)
