# loses check_sgd_step: brackets.wrong
def sgd_step(w, g, lr):
    return (w - g) * lr
