# loses check_error_sum: loss.other_function | reduction.mean
import torch


def error_sum(t, o):
    return torch.nn.functional.mse_loss(torch.tensor(o), torch.tensor(t))
