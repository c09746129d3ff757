# loses check_huffman_lengths: returns.none
import math

def huffman_lengths(p):
    for x in p:
        print(math.ceil(-math.log2(x)))
