# loses check_sgd_step: unexplained | brackets.wrong
def sgd_step(w, g, lr):
    return w - lr - g
