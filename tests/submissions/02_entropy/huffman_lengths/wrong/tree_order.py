# loses check_huffman_lengths: code.not_optimal
import heapq

def huffman_lengths(p):
    heap = [(x, [0]) for x in p]
    heapq.heapify(heap)
    while len(heap) > 1:
        a = heapq.heappop(heap)
        b = heapq.heappop(heap)
        heapq.heappush(heap, (a[0] + b[0], [l + 1 for l in a[1] + b[1]]))
    return heap[0][1]
