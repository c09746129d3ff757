# loses check_sgd_step: input.modified
import numpy as np
def sgd_step(w, g, lr):
    new = np.asarray(w)
    new -= lr * g
    return new
