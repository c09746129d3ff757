# loses check_perplexity: argument.ignored
from scipy.stats import entropy


def perplexity(p, q):
    return 2 ** entropy(p, base=2)
