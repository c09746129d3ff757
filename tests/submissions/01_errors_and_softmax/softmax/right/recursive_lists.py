import math

def softmax(z):
    """goes down until it finds a row of plain numbers"""
    if hasattr(z[0], "__len__"):
        return [softmax(row) for row in z]
    biggest = max(z)
    exps = []
    for value in z:
        exps.append(math.exp(value - biggest))
    total = sum(exps)
    return [e / total for e in exps]

print(softmax([1, 2, 3]))
