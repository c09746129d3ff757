# loses check_error_sum: rounded
def error_sum(t, o):
    return round(float((t - o).sum()), 1)
