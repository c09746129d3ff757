import heapq

def huffman_lengths(p):
    # ties: prefer the shallower tree
    heap = [(round(float(x), 12), 0, i, [i]) for i, x in enumerate(p)]
    heapq.heapify(heap)
    n = len(heap)
    lengths = [0] * n
    while len(heap) > 1:
        w1, d1, _, s1 = heapq.heappop(heap)
        w2, d2, _, s2 = heapq.heappop(heap)
        for s in s1 + s2:
            lengths[s] += 1
        heapq.heappush(heap, (w1 + w2, max(d1, d2) + 1, n, s1 + s2))
        n += 1
    return lengths
