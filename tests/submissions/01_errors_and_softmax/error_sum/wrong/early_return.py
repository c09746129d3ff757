# loses check_error_sum: loop.early_return
def error_sum(t, o):
    total = 0
    for t_k, o_k in zip(t, o):
        total += t_k - o_k
        return total
