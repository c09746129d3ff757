# loses check_descend: returns.type
def descend(gradient, w, lr, steps):
    yield w
    for _ in range(steps):
        w = w - lr * gradient(w)
        yield w
