def cosine_to_full(grads, batch):
    cols = range(len(grads[0]))
    a = [sum(grads[i][j] for i in batch) for j in cols]
    b = [sum(row[j] for row in grads) for j in cols]
    dot = lambda u, v: sum(x * y for x, y in zip(u, v))
    return dot(a, b) / (dot(a, a) * dot(b, b)) ** 0.5
