import numpy as np

def sgd_step(w, g, lr):
    return w - lr * g

def descend(gradient, w, lr, steps):
    trajectory = np.empty((steps + 1,) + w.shape)
    trajectory[0] = w
    for t in range(1, steps + 1):
        trajectory[t] = sgd_step(trajectory[t - 1], gradient(trajectory[t - 1]), lr)
    return trajectory
