# loses check_descend: returns.type
import numpy as np

def descend(gradient, w, lr, steps):
    path, norms = [w], []
    for _ in range(steps):
        g = gradient(w)
        norms.append(float(np.linalg.norm(g)))
        w = w - lr * g
        path.append(w)
    return {"path": np.array(path), "norms": norms}
