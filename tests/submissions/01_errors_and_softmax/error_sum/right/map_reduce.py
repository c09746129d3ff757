import functools
import operator

error_sum = lambda t, o: functools.reduce(operator.add, map(operator.sub, t, o))
