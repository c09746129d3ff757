# loses check_error_sum: returns.none
def error_sum(t, o):
    print("error:", (t - o).sum())
