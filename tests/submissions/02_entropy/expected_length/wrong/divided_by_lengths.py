# loses check_expected_length: scale.lengths
def expected_length(p, lengths):
    return sum(a * b for a, b in zip(p, lengths)) / sum(lengths)
