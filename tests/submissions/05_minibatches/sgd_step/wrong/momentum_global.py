# loses check_sgd_step: state.kept
v = 0

def sgd_step(w, g, lr):
    global v
    v = 0.9 * v + g.sum() * 0 + g[0]
    return w - lr * (g + 0.1 * v)
