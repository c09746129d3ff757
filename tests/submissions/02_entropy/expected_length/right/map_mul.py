from operator import mul

def expected_length(p, lengths):
    return sum(map(mul, p, lengths))
