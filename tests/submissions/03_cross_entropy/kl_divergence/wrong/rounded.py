# loses check_kl_divergence: rounded
from scipy.stats import entropy


def kl_divergence(p, q):
    return round(entropy(p, q, base=2), 4)
