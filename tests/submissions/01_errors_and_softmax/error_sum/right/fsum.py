from math import fsum


def error_sum(t, o):
    return fsum([*t, *[-x for x in o]])
