# loses check_entropy: entropy.of_labels | unexplained
# https://stackoverflow.com  "fastest way to compute entropy in python"
import numpy as np
from math import log

def entropy(p, base=2):
    """ Computes entropy of label distribution. """
    labels = p
    n_labels = len(labels)
    if n_labels <= 1:
        return 0
    value, counts = np.unique(labels, return_counts=True)
    probs = counts / n_labels
    n_classes = np.count_nonzero(probs)
    if n_classes <= 1:
        return 0
    ent = 0.
    for i in probs:
        ent -= i * log(i, base)
    return ent
