# loses check_huffman_lengths: state.kept | returns.shape
import heapq

lengths = [0] * 64

def huffman_lengths(p):
    heap = [(x, [i]) for i, x in enumerate(p)]
    heapq.heapify(heap)
    while len(heap) > 1:
        a = heapq.heappop(heap)
        b = heapq.heappop(heap)
        for i in a[1] + b[1]:
            lengths[i] += 1
        heapq.heappush(heap, (a[0] + b[0], a[1] + b[1]))
    return lengths[:len(p)]
