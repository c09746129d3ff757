# loses check_perplexity: argument.ignored
import numpy as np


def perplexity(p, q):
    return 2 ** (-np.mean(np.log2(q)))
