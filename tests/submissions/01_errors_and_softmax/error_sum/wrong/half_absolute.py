# loses check_error_sum: abs
def error_sum(t, o):
    return sum(abs(t - o)) / 2
