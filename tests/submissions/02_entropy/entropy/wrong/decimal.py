# loses check_entropy: log.decimal
import math

def entropy(p, base=10):
    return -sum(x * math.log(x, base) for x in p if x > 0)
