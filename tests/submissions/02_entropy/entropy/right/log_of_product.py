import numpy as np

class Entropy:
    def __call__(self, p, base=2): return np.log(np.prod([float(x) ** -x for x in p])) / np.log(base)
entropy = Entropy()
