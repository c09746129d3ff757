def error_sum(t, o):
    total = 0.0
    for k in range(len(t)):
        e_k = t[k] - o[k]
        total += e_k
    return total
