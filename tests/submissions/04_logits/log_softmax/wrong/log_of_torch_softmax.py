# loses check_log_softmax: underflow
import torch


def log_softmax(z):
    return torch.log(torch.softmax(torch.tensor(z), dim=-1)).numpy()
