# loses check_expected_length: loop.early_return
def expected_length(p, lengths):
    total = 0
    for a, b in zip(p, lengths):
        total += a * b
        return total
