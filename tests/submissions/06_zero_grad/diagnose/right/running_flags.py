import math


def same(a, b):
    return all(math.isclose(x, y, rel_tol=1e-9, abs_tol=1e-9) for x, y in zip(a, b))


def diagnose(steps):
    n = len(steps[0][0])
    total = [0.0] * n
    previous = [0.0] * n
    possible = {"correct", "accumulates", "erased", "stale"}
    for batch_gradient, used_gradient in steps:
        total = [t + b for t, b in zip(total, batch_gradient)]
        if not same(used_gradient, batch_gradient):
            possible.discard("correct")
        if not same(used_gradient, total):
            possible.discard("accumulates")
        if not same(used_gradient, [0.0] * n):
            possible.discard("erased")
        if not same(used_gradient, previous):
            possible.discard("stale")
        previous = list(batch_gradient)
    return possible.pop()
