# loses check_log_softmax: returns.type
import torch


def log_softmax(z):
    z = torch.nn.Parameter(torch.tensor(z))
    return z.log_softmax(-1)
