# loses check_expected_length: returns.none
def expected_length(p, lengths):
    total = 0
    for a, b in zip(p, lengths):
        total += a * b
