from functools import reduce
def descend(gradient, w, lr, steps):
    return reduce(lambda p, _: p + (p[-1] - lr * gradient(p[-1]),), range(steps), (w,))
