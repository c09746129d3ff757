import scipy.stats


def entropy(p, base=2):
    return scipy.stats.entropy(p, base=base)
