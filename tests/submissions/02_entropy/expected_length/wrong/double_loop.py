# loses check_expected_length: sum.all_pairs | unexplained | argument.ignored
def expected_length(p, lengths):
    L = 0
    for pi in p:
        for li in lengths:
            L += pi * li
    return L
