# loses check_blind_spot: not.distribution
import numpy as np

def blind_spot(t):
    t = np.asarray(t)
    o = 1 - t            # everything the target is not
    k = int(np.argmax(o))
    o = o.astype(float)
    o[k] += 0.5
    return o
