# loses check_error_sum: returns.type
def error_sum(t, o):
    return f"{(t - o).sum():.4f}"
