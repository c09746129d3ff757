# loses check_batchnorm_update: input.modified
import torch
import torch.nn.functional as F


def batchnorm_update(x, mean, var, momentum=0.1):
    m, v = torch.from_numpy(mean), torch.from_numpy(var)
    F.batch_norm(torch.from_numpy(x), m, v, training=True, momentum=momentum)
    return m, v
