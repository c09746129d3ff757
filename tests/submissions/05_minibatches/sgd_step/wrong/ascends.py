# loses check_sgd_step: descend.ascends | sign.flipped
def sgd_step(w, g, lr):
    return w + lr * g
