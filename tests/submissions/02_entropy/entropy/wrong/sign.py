# loses check_entropy: sign.flipped
import math

def entropy(p, base=2):
    return sum(x * math.log(x, base) for x in p if x > 0)
