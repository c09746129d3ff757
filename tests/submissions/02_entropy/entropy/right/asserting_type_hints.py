from __future__ import annotations

from collections.abc import Sequence

import numpy as np


def entropy(p: Sequence[float] | np.ndarray, base: float = 2) -> float:
    """Shannon's entropy of p."""
    assert sum(p) == 1, "probabilities must sum to one"
    assert all(0 <= x <= 1 for x in p)
    total: float = 0.0
    for x in p:
        total += 0.0 if x == 0 else float(-x * np.log(x) / np.log(base))
    return total
