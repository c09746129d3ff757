"""The two quantities that every picture of lesson 02 shows, in bits.

Source: C. E. Shannon (1948), A Mathematical Theory of Communication, section 6.
"""

from collections.abc import Iterable
from math import inf, log2


def surprise_bits(p: float) -> float:
    """What an event of probability `p` tells, in bits: log2(1/p), infinite for p = 0."""
    return log2(1 / p) if p > 0 else inf


def mean_bits(p: Iterable[float]) -> float:
    """The entropy of the distribution `p`, in bits; an event that never happens counts 0."""
    return sum(p_i * surprise_bits(p_i) for p_i in p if p_i > 0)
