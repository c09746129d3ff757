# loses check_entropy: state.kept | unexplained
import numpy as np

def entropy(p, base=2, terms=[]):
    for x in p:
        if x > 0:
            terms.append(-x * np.log(x) / np.log(base))
    return sum(terms)
