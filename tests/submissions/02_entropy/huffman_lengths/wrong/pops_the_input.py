# loses check_huffman_lengths: input.modified | error.exception
def huffman_lengths(p):
    symbols = [[i] for i in range(len(p))]
    lengths = [0] * len(p)
    if not isinstance(p, list):
        p = list(p)
    while len(p) > 1:
        groups = []
        for _ in range(2):
            k = p.index(min(p))
            groups.append((p.pop(k), symbols.pop(k)))
        merged = groups[0][1] + groups[1][1]
        for i in merged:
            lengths[i] += 1
        p.append(groups[0][0] + groups[1][0])
        symbols.append(merged)
    return lengths
