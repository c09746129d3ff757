# loses check_sgd_step: returns.shape | loop.early_return
def sgd_step(w, g, lr):
    for wi, gi in zip(w, g):
        return wi - lr * gi
