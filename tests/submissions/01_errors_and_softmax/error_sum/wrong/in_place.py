# loses check_error_sum: input.modified
def error_sum(t, o):
    t -= o
    return t.sum()
