import math
import numpy as np

def softmax(z):
    match np.ndim(z):
        case 1:
            m = max(z); e = [math.exp(x - m) for x in z]; s = math.fsum(e)
            return np.array([x / s for x in e])
        case _:
            return np.array([softmax(r) for r in z])
