def error_sum(t, o):
    return sum(t_k - o_k for t_k, o_k in zip(t, o))
