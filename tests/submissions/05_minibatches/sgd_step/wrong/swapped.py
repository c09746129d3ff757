# loses check_sgd_step: arguments.swapped
def sgd_step(g, w, lr):
    return w - lr * g
