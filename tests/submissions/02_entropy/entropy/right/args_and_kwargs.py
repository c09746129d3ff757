import math

def entropy(*args, **kwargs):
    p = args[0] if args else kwargs["p"]
    base = args[1] if len(args) > 1 else kwargs.get("base", 2)
    return math.fsum(-x * math.log(x) for x in p if x > 0) / math.log(base)
