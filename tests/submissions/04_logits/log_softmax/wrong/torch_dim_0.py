# loses check_log_softmax: axis.wrong
import torch


def log_softmax(z):
    return torch.log_softmax(torch.tensor(z), 0)
