# loses check_sgd_step: gradient.normalised | unexplained
import numpy as np

def sgd_step(w, g, lr):
    # a step of length lr in the direction of steepest descent
    direction = -np.asarray(g) / np.linalg.norm(g)
    return w + lr * direction
