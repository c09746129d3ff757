# loses check_entropy: state.kept
import math

def entropy(p, base=2, terms=[]):
    for x in p:
        if x > 0:
            terms.append(-x * math.log(x, base))
    return sum(terms)
