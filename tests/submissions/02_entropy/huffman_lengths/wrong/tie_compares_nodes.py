# loses check_huffman_lengths: error.exception
import heapq

def huffman_lengths(p):
    heap = [(prob, i) for i, prob in enumerate(p)]
    heapq.heapify(heap)
    while len(heap) > 1:
        a = heapq.heappop(heap)
        b = heapq.heappop(heap)
        heapq.heappush(heap, (a[0] + b[0], (a, b)))
    lengths = [0] * len(p)

    def depth(node, d):
        prob, content = node
        if isinstance(content, int):
            lengths[content] = d
        else:
            depth(content[0], d + 1)
            depth(content[1], d + 1)

    depth(heap[0], 0)
    return lengths

print(huffman_lengths([0.6, 0.3, 0.1]))
