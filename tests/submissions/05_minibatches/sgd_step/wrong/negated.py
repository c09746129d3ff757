# loses check_sgd_step: sign.flipped
def sgd_step(w, g, lr):
    return lr * g - w
