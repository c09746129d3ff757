# loses check_perplexity: kl.cross_entropy
from scipy.stats import entropy


def perplexity(p, q):
    return 2 ** entropy(p, q, base=2)
