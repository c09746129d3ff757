import math
import torch
from torch.distributions import Categorical


def entropy(p, base=2):
    p = torch.tensor(p, dtype=torch.float64)
    return Categorical(probs=p).entropy().item() / math.log(base)
