# loses check_cosine_to_full: argument.ignored | batch.first_rows | unexplained
import numpy as np

def cosine_to_full(grads, batch):
    k = len(batch)
    mean_batch = np.mean(grads[:k], axis=0)
    mean_all = np.mean(grads, axis=0)
    return np.dot(mean_batch, mean_all) / (np.linalg.norm(mean_batch) * np.linalg.norm(mean_all))
