# loses check_expected_length: argument.ignored
import math

def expected_length(p, lengths):
    return -sum(x * math.log2(x) for x in p if x > 0)
