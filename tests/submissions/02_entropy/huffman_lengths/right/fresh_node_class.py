from __future__ import annotations
from dataclasses import dataclass, field
from itertools import count
import heapq

_ticket = count()

@dataclass(order=True)
class Node:
    weight: float
    order: int = field(default_factory=lambda: next(_ticket))
    symbol: int | None = field(default=None, compare=False)
    left: Node | None = field(default=None, compare=False)
    right: Node | None = field(default=None, compare=False)

def walk(node, prefix, book):
    if node.symbol is not None:
        book[node.symbol] = prefix
        return
    walk(node.left, prefix + "0", book)
    walk(node.right, prefix + "1", book)

def huffman_lengths(p):
    heap = [Node(weight=float(w), symbol=s) for s, w in enumerate(p)]
    heapq.heapify(heap)
    while len(heap) > 1:
        a, b = heapq.heappop(heap), heapq.heappop(heap)
        heapq.heappush(heap, Node(weight=a.weight + b.weight, left=a, right=b))
    book = {}
    walk(heap[0], "", book)
    return tuple(len(book[s]) for s in sorted(book))
