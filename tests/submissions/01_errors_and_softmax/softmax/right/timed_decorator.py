import functools
import time
import numpy as np

def timed(f):
    @functools.wraps(f)
    def inner(*args, **kwargs):
        start = time.perf_counter()
        out = f(*args, **kwargs)
        print(f.__name__, time.perf_counter() - start)
        return out
    return inner

@timed
def softmax(z: np.ndarray) -> np.ndarray:
    return np.exp(z - np.logaddexp.reduce(z, axis=-1, keepdims=True))
