from collections import deque

def huffman_lengths(p):
    """The linear-time method: two queues, after sorting."""
    leaves = deque(sorted((float(x), (i,)) for i, x in enumerate(p)))
    inner = deque()
    lengths = [0] * len(leaves)

    def smallest():
        if not inner or (leaves and leaves[0][0] <= inner[0][0]):
            return leaves.popleft()
        return inner.popleft()

    while len(leaves) + len(inner) > 1:
        a, b = smallest(), smallest()
        for i in (*a[1], *b[1]):
            lengths[i] += 1
        inner.append((a[0] + b[0], a[1] + b[1]))
    return tuple(lengths)
