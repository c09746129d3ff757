import math

def cosine_to_full(grads, batch):
    n, d = grads.shape
    ours, full = [0.0] * d, [0.0] * d
    for j in range(d):
        for i in batch:
            ours[j] += grads[i][j] / len(batch)
        for i in range(n):
            full[j] += grads[i][j] / n
    dot = sum(x * y for x, y in zip(ours, full))
    return dot / math.sqrt(sum(x * x for x in ours)) / math.sqrt(sum(y * y for y in full))
