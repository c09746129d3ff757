# loses check_softmax: exp.missing
import torch


def softmax(z):
    return torch.log_softmax(torch.as_tensor(z), dim=-1).numpy()
