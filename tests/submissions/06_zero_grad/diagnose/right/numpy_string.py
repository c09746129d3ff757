import numpy as np

NAMES = np.array(["correct", "accumulates", "erased", "stale"])


def diagnose(steps):
    batch = np.array([b for b, u in steps])
    used = np.array([u for b, u in steps])
    stale = np.zeros_like(batch)
    stale[1:] = batch[:-1]
    errors = [np.abs(used - x).sum() for x in (batch, batch.cumsum(axis=0), stale * 0, stale)]
    return NAMES[np.argmin(errors)]
