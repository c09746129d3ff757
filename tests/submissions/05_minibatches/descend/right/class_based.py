import numpy as np
class GD:
    def __init__(self, grad, lr): self.grad, self.lr = grad, lr
    def step(self, w): return w - self.lr * self.grad(w)
def descend(gradient, w, lr, steps):
    opt, hist = GD(gradient, lr), [np.asarray(w, float)]
    for _ in range(steps): hist.append(opt.step(hist[-1]))
    return np.vstack(hist)
