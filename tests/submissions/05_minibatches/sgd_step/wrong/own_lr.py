# loses check_sgd_step: argument.ignored
def sgd_step(w, g, lr=0.01):
    lr = 0.01
    return w - lr * g
