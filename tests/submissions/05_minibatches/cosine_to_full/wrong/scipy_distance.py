# loses check_cosine_to_full: cosine.distance | unexplained
from scipy.spatial.distance import cosine

def cosine_to_full(grads, batch):
    return cosine(grads[batch].mean(axis=0), grads.mean(axis=0))
