from fractions import Fraction

def expected_length(p, lengths):
    return sum(Fraction(float(a)) * int(b) for a, b in zip(p, lengths))
