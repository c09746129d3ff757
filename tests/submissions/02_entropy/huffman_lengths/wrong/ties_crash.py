# loses check_huffman_lengths: error.exception
import heapq

def huffman_lengths(p):
    lengths = {i: 0 for i in range(len(p))}
    heap = [(x, {i: ""}) for i, x in enumerate(p)]
    heapq.heapify(heap)
    while len(heap) > 1:
        a = heapq.heappop(heap)
        b = heapq.heappop(heap)
        codes = {s: "0" + c for s, c in a[1].items()}
        codes.update({s: "1" + c for s, c in b[1].items()})
        heapq.heappush(heap, (a[0] + b[0], codes))
    return [len(heap[0][1][i]) for i in range(len(p))]
