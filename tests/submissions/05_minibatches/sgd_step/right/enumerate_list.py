def sgd_step(w, g, lr):
    new = list(w)
    for i, gi in enumerate(g):
        new[i] -= lr * gi
    return new
