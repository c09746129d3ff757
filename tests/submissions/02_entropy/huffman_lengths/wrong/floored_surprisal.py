# loses check_huffman_lengths: code.not_prefix
import math

def huffman_lengths(p):
    return [max(1, int(-math.log2(x))) for x in p]
