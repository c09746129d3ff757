# loses check_huffman_lengths: code.not_prefix
import numpy as np

def huffman_lengths(p):
    return np.round(-np.log2(p)).astype(int)
