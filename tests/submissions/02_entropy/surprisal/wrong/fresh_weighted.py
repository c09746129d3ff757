# loses check_surprisal: surprisal.weighted | unexplained
import numpy as np

def surprisal(p):
    p = np.asarray(p, dtype=float)
    with np.errstate(all="ignore"):
        # -p * log2(p) as on the slide
        return np.where(p == 0, np.inf, -p * np.log2(p))
