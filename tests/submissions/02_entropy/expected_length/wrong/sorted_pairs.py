# loses check_expected_length: order.sorted
def expected_length(p, lengths):
    p = sorted(p, reverse=True)
    lengths = sorted(lengths)
    return sum(a * b for a, b in zip(p, lengths))
