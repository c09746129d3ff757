# loses check_sgd_step: returns.none
def sgd_step(w, g, lr):
    print(w - lr * g)
