# loses check_kl_divergence: kl.entropy_difference
from scipy.stats import entropy


def kl_divergence(p, q):
    return abs(entropy(q, base=2) - entropy(p, base=2))
