# loses check_huffman_lengths: code.not_optimal
import math

def huffman_lengths(p):
    return [math.ceil(-math.log2(x)) for x in p]
