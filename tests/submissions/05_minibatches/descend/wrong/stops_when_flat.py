# loses check_descend: returns.shape | descend.early_stop | descend.end_missing | loop.early_return
import numpy as np

def descend(gradient, w, lr, steps):
    path = [np.array(w, dtype=float)]
    for i in range(steps):
        new = path[-1] - lr * gradient(path[-1])
        if np.allclose(new, path[-1], atol=1e-3):
            print("converged after", i, "steps")
            break
        path.append(new)
    return np.array(path)
