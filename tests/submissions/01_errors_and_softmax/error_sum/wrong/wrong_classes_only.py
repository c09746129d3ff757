# loses check_error_sum: error_sum.skips_zeros | unexplained
import numpy as np

def error_sum(t, o):
    summe = 0.0
    for k in range(len(t)):
        if t[k] == 0:
            continue          # there is no target here
        summe += t[k] - o[k]
    return summe
