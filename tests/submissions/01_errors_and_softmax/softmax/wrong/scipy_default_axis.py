# loses check_softmax: axis.all
from scipy.special import softmax as sm


def softmax(z):
    return sm(z)
