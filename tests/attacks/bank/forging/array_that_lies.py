# tries: a subclass of ndarray, equal to everything, that gives other numbers at every reading
# must not: earn a point
import numpy as np

class Chameleon(np.ndarray):
    def __array_function__(self, function, types, arguments, keywords): return True
    def __array_ufunc__(self, function, method, *inputs, **keywords): return np.float64(0)
    def __eq__(self, other): return np.True_
    def __float__(self): return 0.0
    def tobytes(self, *_): return b"\0" * 8
    shape = property(lambda self: ())
    dtype = property(lambda self: np.dtype("float64"))

def chameleon(*_, **__): return np.zeros(1).view(Chameleon)
# %% error_sum
error_sum = chameleon
# %% entropy
entropy = chameleon
# %% train_step
train_step = chameleon
