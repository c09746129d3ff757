# loses check_error_sum: loop.overwritten
def error_sum(t, o):
    for k in range(len(t)):
        e = t[k] - o[k]
    return e
