# loses check_perplexity: rounded
import numpy as np
def perplexity(p, q):
    h = -sum(a * np.log2(b) for a, b in zip(p, q) if a)
    return 2 ** round(h, 2)
