# loses check_sgd_step: input.modified
def sgd_step(w, g, lr):
    for i in range(len(w)):
        w[i] = w[i] - lr * g[i]
    return w
