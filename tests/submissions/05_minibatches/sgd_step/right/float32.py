import numpy as np

def sgd_step(w, g, lr):
    print("before:", w)
    w = w.astype(np.float32) - np.float32(lr) * g.astype(np.float32)
    print("after:", w)
    return w
