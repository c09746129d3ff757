# loses check_sgd_step: step.missing
def sgd_step(w, g, lr):
    new = w - lr * g
    return w
