# loses check_kl_divergence: loop.early_return
import math


def kl_divergence(p, q):
    for pi, qi in zip(p, q):
        if pi > 0 and qi > 0:
            return pi * math.log2(pi / qi)
