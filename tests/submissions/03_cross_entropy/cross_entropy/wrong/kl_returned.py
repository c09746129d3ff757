# loses check_cross_entropy: kl.cross_entropy
from scipy.stats import entropy


def cross_entropy(p, q):
    return entropy(p, q, base=2)
