def sgd_step(w, g, lr):
    direction = -g
    return w + lr * direction
