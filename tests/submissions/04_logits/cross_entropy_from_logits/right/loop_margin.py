import math

def cross_entropy_from_logits(z, y):
    n = 0
    total = 0.0
    for row, target in zip(z.tolist(), y.tolist()):
        m = max(row)
        s = 0.0
        for v in row:
            s += math.exp(v - m)
        total += m + math.log(s) - row[target]
        n += 1
    print("loss", total / n)
    return total / n
