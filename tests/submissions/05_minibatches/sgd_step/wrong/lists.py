# loses check_sgd_step: error.exception
def sgd_step(w, g, lr):
    w, g = list(w), list(g)
    return w - lr * g
