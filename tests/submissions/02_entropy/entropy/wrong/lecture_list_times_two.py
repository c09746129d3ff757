# loses check_entropy: list.repeated
import numpy as np

def entropy(p, base=2):
    # as on the slide
    return -np.sum([p[0] * np.log(p[0]) / np.log(base)] * 2)
