# loses check_cross_entropy_from_logits: loop.early_return
from scipy.special import logsumexp


def cross_entropy_from_logits(z, y):
    total = 0
    for i in range(len(y)):
        total += logsumexp(z[i]) - z[i][y[i]]
        return total / len(y)
