import heapq

def huffman_lengths(p):
    lengths = [0] * len(p)
    heap = [(p[i], [i]) for i in range(len(p))]
    heapq.heapify(heap)
    while len(heap) > 1:
        p1, s1 = heapq.heappop(heap)
        p2, s2 = heapq.heappop(heap)
        for s in s1 + s2:
            lengths[s] += 1
        heapq.heappush(heap, (p1 + p2, s1 + s2))
    return lengths
