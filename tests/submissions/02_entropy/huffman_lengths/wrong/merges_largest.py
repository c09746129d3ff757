# loses check_huffman_lengths: code.not_optimal
def huffman_lengths(p):
    nodes = [(x, [i]) for i, x in enumerate(p)]
    lengths = [0] * len(p)
    while len(nodes) > 1:
        nodes.sort(reverse=True)
        a, b = nodes.pop(0), nodes.pop(0)
        for i in a[1] + b[1]:
            lengths[i] += 1
        nodes.append((a[0] + b[0], a[1] + b[1]))
    return lengths
