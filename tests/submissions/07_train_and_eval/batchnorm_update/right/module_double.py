from torch import nn
import torch

torch.set_default_dtype(torch.float64)


def batchnorm_update(x, mean, var, momentum=0.1):
    layer = nn.BatchNorm1d(x.shape[1], momentum=momentum)
    layer.load_state_dict({**layer.state_dict(), "running_mean": torch.tensor(mean), "running_var": torch.tensor(var)})
    layer(torch.tensor(x, dtype=torch.float64))
    return layer.running_mean.numpy(), layer.running_var.numpy()
