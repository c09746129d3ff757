# loses check_batchnorm_update: momentum.swapped | variance.biased
import numpy as np

def batchnorm_update(x, mean, var, momentum=0.1):
    # running = momentum * running + (1 - momentum) * batch   (from the BN paper notes)
    batch_mean = np.asarray(x).mean(axis=0)
    batch_var = np.asarray(x).var(axis=0)
    mean = np.asarray(mean) * momentum + (1 - momentum) * batch_mean
    var = np.asarray(var) * momentum + (1 - momentum) * batch_var
    return mean, var
