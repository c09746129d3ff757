import math
import numpy as np

surprisal = np.vectorize(lambda p: math.inf if p == 0 else -math.log2(p), otypes=[float])
