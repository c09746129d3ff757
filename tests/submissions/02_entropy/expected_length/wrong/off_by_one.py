# loses check_expected_length: loop.off_by_one
def expected_length(p, lengths):
    total = 0
    for i in range(1, len(p)):
        total += p[i] * lengths[i]
    return total
