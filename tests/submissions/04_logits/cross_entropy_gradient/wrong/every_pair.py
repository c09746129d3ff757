# loses check_cross_entropy_gradient: index.all_pairs
from scipy.special import softmax


def cross_entropy_gradient(z, y):
    p = softmax(z, axis=1)
    p[:, y] -= 1
    return p / len(y)
