

def descend(gradient, w, lr, steps):
    return [w] if steps == 0 else [w, *descend(gradient, w - lr * gradient(w), lr, steps - 1)]
