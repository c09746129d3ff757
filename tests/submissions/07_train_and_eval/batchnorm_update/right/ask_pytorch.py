import numpy as np
import torch
from torch import nn

def batchnorm_update(x, mean, var, momentum=0.1):
    """let the real layer do it"""
    x = torch.tensor(np.array(x), dtype=torch.float64)
    layer = nn.BatchNorm1d(x.shape[1], momentum=momentum, affine=False).double()
    layer.running_mean.copy_(torch.tensor(np.array(mean)))
    layer.running_var.copy_(torch.tensor(np.array(var)))
    layer.train()
    layer(x)
    return layer.running_mean.numpy(), layer.running_var.numpy()
