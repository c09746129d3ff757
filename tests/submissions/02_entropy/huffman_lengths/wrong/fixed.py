# loses check_huffman_lengths: code.not_optimal
import math

def huffman_lengths(p):
    n = len(p)
    return [math.ceil(math.log2(n))] * n
