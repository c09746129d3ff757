# loses check_expected_length: reduction.mean
def expected_length(p, lengths):
    return sum(a * b for a, b in zip(p, lengths)) / len(p)
