from functools import reduce

def huffman_lengths(p):
    nodes = {(i,): x for i, x in enumerate(p)}
    depth = dict.fromkeys(range(len(p)), 0)
    while len(nodes) > 1:
        first = min(nodes, key=nodes.get)
        w1 = nodes.pop(first)
        second = min(nodes, key=nodes.get)
        w2 = nodes.pop(second)
        nodes[first + second] = w1 + w2
        for i in first + second:
            depth[i] += 1
    return list(depth.values())
