from scipy.stats import entropy


def kl_divergence(p, q):
    return entropy(p, q, base=2)
