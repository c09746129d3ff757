# loses check_error_sum: state.kept
total = 0


def error_sum(t, o):
    global total
    total += (t - o).sum()
    return total
