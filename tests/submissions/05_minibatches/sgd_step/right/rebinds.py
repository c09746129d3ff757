def sgd_step(w, g, lr):
    w = w - lr * g
    return w
