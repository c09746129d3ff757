import numpy as np

def unit(v):
    return v / np.linalg.norm(v)

def cosine_to_full(grads, batch):
    return unit(np.mean(grads[batch], 0)) @ unit(np.mean(grads, 0))
