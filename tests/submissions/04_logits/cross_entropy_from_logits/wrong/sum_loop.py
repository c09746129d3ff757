# loses check_cross_entropy_from_logits: reduction.sum
from scipy.special import logsumexp


def cross_entropy_from_logits(z, y):
    loss = 0.0
    for i in range(len(z)):
        loss += logsumexp(z[i]) - z[i, y[i]]
    return loss
