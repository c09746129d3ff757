# loses check_sgd_step: returns.shape | returns.type
def sgd_step(w, g, lr):
    new = w - lr * g
    return new, lr * g
