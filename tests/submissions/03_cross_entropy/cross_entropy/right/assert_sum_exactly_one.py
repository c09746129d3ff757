def cross_entropy(p, q):
    import numpy as np
    assert sum(p) == 1 and sum(q) == 1, "must be distributions"
    assert len(p) == len(q)
    if any(a > 0 and b == 0 for a, b in zip(p, q)):
        return np.inf
    return -sum(a * np.log2(b) for a, b in zip(p, q) if a > 0)


print(cross_entropy([1, 0, 0], [0.25, 0.5, 0.25]))
assert cross_entropy(p=[1, 0, 0], q=[0.25, 0.5, 0.25]) == 2.0
