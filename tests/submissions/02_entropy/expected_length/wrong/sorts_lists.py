# loses check_expected_length: input.modified | order.sorted
def expected_length(p, lengths):
    if isinstance(p, list):
        p.sort()
        lengths.sort()
    return sum(a * b for a, b in zip(p, lengths))
