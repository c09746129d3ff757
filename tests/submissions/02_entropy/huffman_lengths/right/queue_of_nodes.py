

class Node:
    def __init__(s, p, l=None, r=None, i=None): s.p, s.l, s.r, s.i = p, l, r, i
    def __lt__(s, o): return s.p < o.p
def huffman_lengths(p):
    from queue import PriorityQueue
    q = PriorityQueue()
    for i, x in enumerate(p): q.put(Node(x, i=i))
    while q.qsize() > 1:
        a, b = q.get(), q.get(); q.put(Node(a.p + b.p, a, b))
    out = {}
    def walk(n, d):
        if n.i is not None: out[n.i] = d
        else: walk(n.l, d + 1); walk(n.r, d + 1)
    walk(q.get(), 0)
    return [float(out[i]) for i in sorted(out)]
