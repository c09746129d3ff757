# loses check_kl_divergence: returns.type
from scipy.stats import entropy


def kl_divergence(p, q):
    return f"{entropy(p, q, base=2)} bits"
