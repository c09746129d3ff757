# loses check_kl_divergence: log.natural
from scipy.stats import entropy


def kl_divergence(p, q):
    return entropy(p, q)
