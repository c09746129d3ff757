# loses check_sgd_step: scale.inverted
def sgd_step(w, g, lr):
    return w - g / lr
