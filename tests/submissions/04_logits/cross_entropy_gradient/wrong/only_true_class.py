# loses check_cross_entropy_gradient: gradient.true_class_only | unexplained | gradient.label_only
import numpy as np

def cross_entropy_gradient(z, y):
    n = z.shape[0]
    grad = np.zeros(z.shape)
    for i in range(n):
        e = np.exp(z[i] - z[i].max())
        p = e / e.sum()
        # d/dz -log p_y = p_y - 1
        grad[i, y[i]] = (p[y[i]] - 1) / n
    return grad
