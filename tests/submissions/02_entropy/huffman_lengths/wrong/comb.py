# loses check_huffman_lengths: code.not_optimal
import numpy as np

def huffman_lengths(p):
    """most probable symbol gets 0, the next 10, the next 110, ..."""
    n = len(p)
    order = np.argsort(p)[::-1]
    lengths = np.zeros(n, dtype=int)
    for rank, symbol in enumerate(order):
        lengths[symbol] = min(rank + 1, n - 1)
    return list(lengths)
