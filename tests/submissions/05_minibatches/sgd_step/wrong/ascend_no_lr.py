# loses check_sgd_step: descend.ascends | argument.ignored
def sgd_step(w, g, lr):
    return w + g
