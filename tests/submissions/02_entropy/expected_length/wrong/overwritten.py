# loses check_expected_length: loop.overwritten
def expected_length(p, lengths):
    for a, b in zip(p, lengths):
        total = a * b
    return total
