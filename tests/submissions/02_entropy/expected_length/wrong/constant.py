# loses check_expected_length: argument.ignored
def expected_length(p, lengths):
    return 1.75
