# loses check_sgd_step: descend.ascends | input.modified
def sgd_step(w, g, lr):
    w += lr * g
    return w
