# loses check_expected_length: state.kept
total = 0

def expected_length(p, lengths):
    global total
    for a, b in zip(p, lengths):
        total += a * b
    return total
