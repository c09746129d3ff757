# loses check_kl_divergence: log.natural
from math import log


def kl_divergence(p, q):
    return sum(p[i] * log(p[i] / q[i]) if q[i] else float("inf") for i in range(len(p)) if p[i] != 0)
