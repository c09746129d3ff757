# loses check_sgd_step: rounded
def sgd_step(w, g, lr):
    return (w - lr * g).astype(int)
