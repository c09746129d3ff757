# loses check_surprisal: returns.none
import numpy as np

def surprisal(p):
    print(-np.log2(p))
