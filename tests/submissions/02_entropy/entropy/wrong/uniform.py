# loses check_entropy: argument.ignored
import math

def entropy(p, base=2):
    return math.log(len(p), base)
