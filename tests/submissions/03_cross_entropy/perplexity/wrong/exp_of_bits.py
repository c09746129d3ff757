# loses check_perplexity: perplexity.bases_mixed | unexplained | log.bits
import numpy as np

def H(p, q):
    h = 0.0
    for i in range(len(p)):
        if p[i] > 0:
            h += -p[i] * np.log2(q[i]) if q[i] > 0 else np.inf
    return h

def perplexity(p, q):
    return np.exp(H(p, q))
