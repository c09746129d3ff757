# loses check_error_sum: loop.off_by_one
def error_sum(t, o):
    total = 0
    for k in range(len(t) - 1):
        total = total + t[k] - o[k]
    return total
