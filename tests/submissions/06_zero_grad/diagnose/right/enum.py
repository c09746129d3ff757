import enum

import numpy as np


class Loop(str, enum.Enum):
    CORRECT = "correct"
    ACCUMULATES = "accumulates"
    ERASED = "erased"
    STALE = "stale"


def diagnose(steps):
    batch, used = map(np.array, zip(*steps))
    shifted = np.roll(batch, 1, axis=0)
    shifted[0] = 0
    for loop, expected in zip(Loop, (batch, batch.cumsum(axis=0), np.zeros_like(batch), shifted)):
        if np.isclose(used, expected).all():
            return loop
    raise ValueError("none of the four")
