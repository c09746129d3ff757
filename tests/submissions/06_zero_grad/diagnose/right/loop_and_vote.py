import numpy as np

def same(a, b, scale):
    return np.max(np.abs(np.asarray(a) - np.asarray(b))) <= 1e-6 * scale

def diagnose(steps):
    scale = max(np.max(np.abs(b)) for b, u in steps)
    total = 0 * steps[0][0]
    previous = 0 * steps[0][0]
    possible = ["correct", "accumulates", "erased", "stale"]
    for b, u in steps:
        total = total + b        # not +=, that would write into the record
        story = {"correct": b, "accumulates": total, "erased": 0 * b, "stale": previous}
        possible = [name for name in possible if same(u, story[name], scale)]
        previous = b
    return possible[0]
