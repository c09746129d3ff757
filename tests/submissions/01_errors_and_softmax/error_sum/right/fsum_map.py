from math import fsum
from operator import sub

error_sum = lambda t, o: fsum(map(sub, t, o))
