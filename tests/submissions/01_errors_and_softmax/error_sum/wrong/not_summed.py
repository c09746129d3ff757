# loses check_error_sum: returns.shape
def error_sum(t, o):
    return t - o
