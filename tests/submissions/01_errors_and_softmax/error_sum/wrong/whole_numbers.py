# loses check_error_sum: rounded
def error_sum(t, o):
    return int((t - o).sum())
