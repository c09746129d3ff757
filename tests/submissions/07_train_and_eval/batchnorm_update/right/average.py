import numpy as np
import matplotlib.pyplot as plt


def batchnorm_update(x, mean, var, momentum=0.1):
    weights = [1 - momentum, momentum]
    new_mean = np.average([mean, np.average(x, axis=0)], axis=0, weights=weights)
    deviations = x - x.mean(axis=0, keepdims=True)
    new_var = np.average([var, (deviations**2).sum(axis=0) / (len(x) - 1)], axis=0, weights=weights)
    return new_mean, new_var


x = np.array([[1.0], [2.0], [3.0], [4.0]])
mean, var = np.array([0.0]), np.array([1.0])
means = []
for _ in range(10):
    mean, var = batchnorm_update(x, mean, var)
    means.append(mean[0])
plt.plot(means)
