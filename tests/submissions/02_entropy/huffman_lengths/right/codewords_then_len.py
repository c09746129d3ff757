import heapq

def huffman_lengths(p):
    heap = [[w, i, [[i, ""]]] for i, w in enumerate(p)]
    heapq.heapify(heap)
    count = len(p)
    while len(heap) > 1:
        lo = heapq.heappop(heap)
        hi = heapq.heappop(heap)
        for pair in lo[2]:
            pair[1] = "0" + pair[1]
        for pair in hi[2]:
            pair[1] = "1" + pair[1]
        heapq.heappush(heap, [lo[0] + hi[0], count, lo[2] + hi[2]])
        count += 1
    codes = dict(map(tuple, heap[0][2]))
    print(codes)
    return [len(codes[i]) for i in range(len(p))]
