from math import log, inf

def surprisal(p):
    try:
        return tuple(surprisal(x) for x in p)
    except TypeError:
        return -log(p) / log(2) if p else inf
