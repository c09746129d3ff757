def huffman_lengths(p):
    # each group: (prob, list of the symbols in it)
    groups = [(prob, [i]) for i, prob in enumerate(p)]
    lengths = [0] * len(p)
    while len(groups) > 1:
        groups.sort(key=lambda g: g[0], reverse=True)
        p1, s1 = groups.pop()
        p2, s2 = groups.pop()
        for s in s1 + s2:
            lengths[s] += 1
        groups.append((p1 + p2, s1 + s2))
    return lengths
