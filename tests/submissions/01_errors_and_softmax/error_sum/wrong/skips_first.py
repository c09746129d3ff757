# loses check_error_sum: index.off_by_one | unexplained | loop.off_by_one
def error_sum(t, o):
    K = len(t)
    s = 0
    # sum from k = 1 to K
    for k in range(1, K):
        s += t[k] - o[k]
    return s
