# loses check_error_sum: error.arguments
def error_sum(t, o, k):
    return t[k] - o[k]
