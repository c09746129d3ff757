import numpy as np


def perplexity(p: list, q: list) -> float:
    p, q = np.asarray(p, float), np.asarray(q, float)
    with np.errstate(divide="ignore", invalid="ignore"):
        nats = np.where(p == 0, 0.0, -p * np.log(q)).sum()
    bits = nats / np.log(2)
    return np.exp2(bits)
