# loses check_huffman_lengths: returns.type
import numpy as np

def huffman_lengths(p):
    return -np.log2(p)
