# loses check_log_softmax: softmax.missing
import torch.nn.functional as F
import torch


def log_softmax(z):
    return F.logsigmoid(torch.tensor(z)).numpy()
