# loses check_huffman_lengths: returns.shape
import heapq

def huffman_lengths(p):
    heap = list(p)
    heapq.heapify(heap)
    total = 0
    while len(heap) > 1:
        s = heapq.heappop(heap) + heapq.heappop(heap)
        total += s
        heapq.heappush(heap, s)
    return total
