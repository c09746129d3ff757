# loses check_huffman_lengths: code.not_optimal | huffman.order | unexplained
def huffman_lengths(p):
    q = sorted(p, reverse=True)
    groups = [[w, [i]] for i, w in enumerate(q)]
    L = [0 for _ in q]
    while len(groups) > 1:
        groups = sorted(groups)
        a, b = groups[0], groups[1]
        for i in a[1] + b[1]:
            L[i] = L[i] + 1
        groups = groups[2:] + [[a[0] + b[0], a[1] + b[1]]]
    return L
