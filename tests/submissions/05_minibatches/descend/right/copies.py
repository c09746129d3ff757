import numpy as np

def descend(gradient, w, lr, steps):
    w = w.copy()
    path = [w.copy()]
    for step in range(steps):
        g = gradient(w)
        w -= lr * g
        print(f"step {step}: w = {w}, |g| = {np.linalg.norm(g):.3f}")
        path.append(w.copy())
    return np.stack(path)
