import numpy as np

def huffman_lengths(p):
    p = list(p)
    if len(p) == 2:
        return [1, 1]
    order = sorted(range(len(p)), key=lambda i: p[i])
    i, j = order[0], order[1]
    rest = [k for k in range(len(p)) if k not in (i, j)]
    inner = huffman_lengths([p[k] for k in rest] + [p[i] + p[j]])
    lengths = [0] * len(p)
    for k, length in zip(rest, inner):
        lengths[k] = length
    lengths[i] = lengths[j] = inner[-1] + 1
    return lengths
