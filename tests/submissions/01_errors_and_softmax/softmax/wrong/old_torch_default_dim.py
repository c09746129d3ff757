# loses check_softmax: axis.wrong
import warnings

import torch.nn.functional as F
import torch


def softmax(z):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return F.softmax(torch.tensor(z))
