def error_sum(t, o):
    return t.sum() - o.sum()
