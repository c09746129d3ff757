# loses check_log_softmax: softmax.twice
import torch


def log_softmax(z):
    p = torch.softmax(torch.tensor(z), dim=-1)
    return torch.log_softmax(p, dim=-1)
