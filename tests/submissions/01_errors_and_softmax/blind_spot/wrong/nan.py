# loses check_blind_spot: returns.nan
import numpy as np


def blind_spot(t):
    z = np.where(t == 1, -np.inf, np.inf)
    with np.errstate(all="ignore"):
        return np.exp(z) / np.exp(z).sum()
