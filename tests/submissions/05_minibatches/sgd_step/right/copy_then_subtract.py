import numpy as np

def sgd_step(w, g, lr):
    new_w = np.copy(w)
    new_w -= lr * g
    return new_w
