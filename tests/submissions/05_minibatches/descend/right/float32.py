import numpy as np

def descend(gradient, w, lr, steps):
    w = w.astype(np.float32)
    path = [w]
    for _ in range(steps):
        w = (w - lr * gradient(w)).astype(np.float32)
        path.append(w)
    return np.array(path)
