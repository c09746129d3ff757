import numpy as np

def huffman_lengths(p):
    lengths = np.zeros(len(p))
    nodes = [(p[i], np.arange(len(p)) == i) for i in range(len(p))]
    while len(nodes) > 1:
        nodes = sorted(nodes, key=lambda node: node[0])
        (w1, m1), (w2, m2) = nodes[0], nodes[1]
        lengths = lengths + (m1 | m2)
        nodes = nodes[2:] + [(w1 + w2, m1 | m2)]
    return lengths
