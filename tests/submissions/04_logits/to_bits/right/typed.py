from __future__ import annotations

from typing import overload

import numpy as np


@overload
def to_bits(nats: float) -> float: ...
@overload
def to_bits(nats: np.ndarray) -> np.ndarray: ...
def to_bits(nats):
    """Nats to bits."""
    nats = np.asarray(nats, dtype=np.float32)
    bits = nats / np.float32(np.log(2))
    return float(bits) if bits.ndim == 0 else bits
