import numpy as np
from itertools import accumulate

def descend(gradient, w, lr, steps):
    return np.array(list(accumulate(range(steps), lambda w, _: w - lr * gradient(w), initial=w)))
