import torch
import numpy as np

def minibatches(n, batch_size, rng):
    key = rng.random(n)
    idx = torch.argsort(torch.from_numpy(key))
    return torch.split(idx, batch_size)
