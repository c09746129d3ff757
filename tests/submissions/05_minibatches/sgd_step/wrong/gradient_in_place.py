# loses check_sgd_step: input.modified
def sgd_step(w, g, lr):
    g *= lr
    return w - g
