# loses check_descend: returns.shape
def descend(gradient, w, lr, steps):
    for _ in range(steps):
        w = w - lr * gradient(w)
    return w
