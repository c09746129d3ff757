import numpy as np


def diagnose(steps):
    b = np.asarray([x for x, _ in steps]); u = np.asarray([y for _, y in steps])
    for name, e in dict(correct=b, accumulates=b.cumsum(0), erased=b * 0, stale=np.r_[b[:1] * 0, b[:-1]]).items():
        try:
            np.testing.assert_allclose(u, e, rtol=1e-6, atol=1e-9)
            return name
        except AssertionError:
            pass
    return None
