# loses check_huffman_lengths: returns.type
import heapq

def huffman_lengths(p):
    heap = [(x, i, {i: ""}) for i, x in enumerate(p)]
    heapq.heapify(heap)
    n = len(p)
    while len(heap) > 1:
        a = heapq.heappop(heap)
        b = heapq.heappop(heap)
        codes = {s: "0" + c for s, c in a[2].items()}
        codes.update({s: "1" + c for s, c in b[2].items()})
        heapq.heappush(heap, (a[0] + b[0], n, codes))
        n += 1
    return [heap[0][2][i] for i in range(len(p))]
