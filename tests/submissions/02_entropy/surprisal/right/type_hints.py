import numpy as np
from numpy.typing import ArrayLike, NDArray


def surprisal(p: ArrayLike) -> float | NDArray[np.float64]:
    """Bits of surprise."""
    bits = -np.log2(np.asarray(p, dtype=np.float64))
    return bits.item() if bits.ndim == 0 else bits
