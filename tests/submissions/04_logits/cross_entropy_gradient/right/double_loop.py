import math


def cross_entropy_gradient(z, y):
    n, k = len(z), len(z[0])
    g = []
    for i in range(n):
        m = max(z[i])
        s = sum(math.exp(z[i][j] - m) for j in range(k))
        row = []
        for j in range(k):
            p = math.exp(z[i][j] - m) / s
            row.append((p - (1 if j == y[i] else 0)) / n)
        g.append(row)
    return g
