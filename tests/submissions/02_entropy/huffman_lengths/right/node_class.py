import heapq
import itertools


class Node:
    def __init__(self, prob, symbol=None, left=None, right=None):
        self.prob = prob
        self.symbol = symbol
        self.left = left
        self.right = right

    def __lt__(self, other):
        return self.prob < other.prob


def depths(node, depth, out):
    if node.symbol is not None:
        out[node.symbol] = depth
    else:
        depths(node.left, depth + 1, out)
        depths(node.right, depth + 1, out)


def huffman_lengths(p):
    heap = [Node(x, i) for i, x in enumerate(p)]
    heapq.heapify(heap)
    while len(heap) > 1:
        a, b = heapq.heappop(heap), heapq.heappop(heap)
        heapq.heappush(heap, Node(a.prob + b.prob, None, a, b))
    out = {}
    depths(heap[0], 0, out)
    return [out[i] for i in range(len(p))]
