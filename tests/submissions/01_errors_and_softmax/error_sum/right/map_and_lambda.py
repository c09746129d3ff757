import operator
from functools import reduce


def error_sum(t, o):
    errors = list(map(operator.sub, t.tolist(), o.tolist()))
    return reduce(lambda a, b: a + b, errors, 0)
