import numpy as np
from scipy.special import softmax


def cross_entropy_gradient(z, y):
    rows = []
    for z_i, y_i in zip(z, y):
        p = softmax(z_i)
        jacobian_of_log = np.eye(len(p)) - p  # d log p_i / d z_j
        rows.append(-jacobian_of_log[y_i])
    return np.array(rows) / len(y)
