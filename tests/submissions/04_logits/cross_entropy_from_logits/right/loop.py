import math


def cross_entropy_from_logits(z, y):
    total = 0
    for i in range(len(y)):
        row = z[i]
        m = max(row)
        s = 0
        for x in row:
            s += math.exp(x - m)
        total += m + math.log(s) - row[y[i]]
    return total / len(y)
