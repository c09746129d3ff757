# loses check_error_sum: abs
def error_sum(t, o):
    return abs((t - o).sum())
