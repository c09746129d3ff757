import numpy as np

def huffman_lengths(p):
    n = len(p)
    weight = list(map(float, p))
    parent = {}
    alive = set(range(n))
    while len(alive) > 1:
        a, b = sorted(alive, key=lambda i: (weight[i], i))[:2]
        alive -= {a, b}
        new = len(weight)
        weight.append(weight[a] + weight[b])
        parent[a] = parent[b] = new
        alive.add(new)
    out = np.zeros(n, dtype=int)
    for i in range(n):
        node = i
        while node in parent:
            node = parent[node]
            out[i] += 1
    return out
