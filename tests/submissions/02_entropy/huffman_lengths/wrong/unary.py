# loses check_huffman_lengths: code.not_optimal
def huffman_lengths(p):
    order = sorted(range(len(p)), key=lambda i: -p[i])
    lengths = [0] * len(p)
    for rank, i in enumerate(order):
        lengths[i] = rank + 1
    lengths[order[-1]] -= 1
    return lengths
