# loses check_log_softmax: axis.all
import scipy.special


def log_softmax(z):
    return scipy.special.log_softmax(z)
