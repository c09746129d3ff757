import math


def softmax(z):
    z = z.tolist() if not isinstance(z, list) else z
    if isinstance(z[0], list):
        return [softmax(row) for row in z]
    biggest = max(z)
    powers = []
    for x in z:
        powers.append(math.exp(x - biggest))
    total = sum(powers)
    for i in range(len(powers)):
        powers[i] = powers[i] / total
    return powers
