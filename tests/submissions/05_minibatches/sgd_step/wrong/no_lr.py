# loses check_sgd_step: argument.ignored
def sgd_step(w, g, lr):
    return w - g
