def descend(gradient, w, lr, steps):
    cur = [float(x) for x in w]
    out = [cur]
    import numpy as np
    for _ in range(steps):
        g = gradient(np.array(cur))
        cur = [c - lr * gi for c, gi in zip(cur, g)]
        out.append(cur)
    return out
