import heapq
import torch

def huffman_lengths(p):
    p = torch.as_tensor(p)
    q = [(x.item(), [i]) for i, x in enumerate(p)]
    heapq.heapify(q)
    out = torch.zeros(len(p), dtype=torch.int64)
    while len(q) > 1:
        a = heapq.heappop(q)
        b = heapq.heappop(q)
        out[a[1] + b[1]] += 1
        heapq.heappush(q, (a[0] + b[0], a[1] + b[1]))
    return out
