from scipy.spatial.distance import cosine

def cosine_to_full(grads, batch):
    return 1 - cosine(grads[batch].mean(axis=0), grads.mean(axis=0))
