import numpy as np
import torch

def minibatches(n, batch_size, rng):
    return torch.from_numpy(rng.permutation(n)).split(batch_size)
