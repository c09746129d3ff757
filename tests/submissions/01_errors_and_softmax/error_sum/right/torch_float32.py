import torch


def error_sum(t, o):
    return (torch.FloatTensor(t) - torch.FloatTensor(o)).sum().item()
