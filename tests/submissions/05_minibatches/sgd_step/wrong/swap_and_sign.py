# loses check_sgd_step: brackets.wrong | unexplained | sign.flipped
def sgd_step(w, g, lr):
    return lr * (g - w)
