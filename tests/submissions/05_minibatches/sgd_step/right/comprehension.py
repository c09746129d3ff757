def sgd_step(w, g, lr):
    return [wi - lr * gi for wi, gi in zip(w, g)]
