# loses check_error_sum: argument.ignored
def error_sum(t, o):
    return 1 - o.sum()
