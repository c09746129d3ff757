def huffman_lengths(p):
    groups = [[prob, (i,)] for i, prob in enumerate(p)]
    lengths = [0 for _ in p]
    while len(groups) > 1:
        groups.sort(key=lambda g: g[0], reverse=True)
        a = groups.pop()
        b = groups.pop()
        for i in a[1] + b[1]:
            lengths[i] += 1
        groups.append([a[0] + b[0], a[1] + b[1]])
    return lengths
