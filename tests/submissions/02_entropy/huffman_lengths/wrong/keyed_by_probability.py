# loses check_huffman_lengths: code.not_optimal | code.not_prefix
import heapq

def huffman_lengths(p):
    depth = {float(x): 0 for x in p}
    heap = [(float(x), [float(x)]) for x in p]
    heapq.heapify(heap)
    while len(heap) > 1:
        a = heapq.heappop(heap)
        b = heapq.heappop(heap)
        for x in a[1] + b[1]:
            depth[x] += 1
        heapq.heappush(heap, (a[0] + b[0], a[1] + b[1]))
    return [depth[float(x)] for x in p]
