# loses check_log_softmax: axis.wrong | error.exception
import torch


def log_softmax(z):
    return torch.nn.functional.log_softmax(torch.tensor(z), dim=1)
