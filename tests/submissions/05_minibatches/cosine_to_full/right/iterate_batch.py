import numpy as np
def cosine_to_full(grads, batch):
    total = np.zeros(grads.shape[1])
    for i in batch:
        total += grads[int(i)]
    total /= batch.size
    full = sum(grads) / len(grads)
    return np.inner(total, full) / (np.sum(total**2)**.5 * np.sum(full**2)**.5)
