# loses check_cross_entropy_gradient: argument.ignored
from scipy.special import softmax


def cross_entropy_gradient(z, y):
    return (softmax(z, axis=1) - 1) / len(y)
