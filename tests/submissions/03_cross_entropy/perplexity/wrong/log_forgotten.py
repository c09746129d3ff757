# loses check_perplexity: log.missing
import numpy as np


def perplexity(p, q):
    return 2 ** -np.sum(np.array(p) * np.array(q))
