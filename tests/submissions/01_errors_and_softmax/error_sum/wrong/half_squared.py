# loses check_error_sum: loss.other_function
def error_sum(t, o):
    E = 0
    for k in range(len(t)):
        E += 0.5 * (t[k] - o[k]) ** 2
    return E
