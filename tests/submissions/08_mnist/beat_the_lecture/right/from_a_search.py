import itertools


def beat_the_lecture():
    """Best of the runs that I pinned on the board."""
    seen = {(0.001, 64): 0.649, (0.1, 64): 0.930, (0.5, 256): 0.933, (0.5, 128): 0.954, (2.0, 64): 0.10}
    best = max(itertools.product([0.001, 0.1, 0.5, 2.0], [64, 128, 256]), key=lambda s: seen.get(s, 0))
    return {"lr": best[0], "batch_size": best[1]}
