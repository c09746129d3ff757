import torch
def minibatches(n, batch_size, rng):
    g = torch.Generator().manual_seed(int(rng.integers(0, 2**63 - 1)))
    return list(torch.randperm(n, generator=g).split(batch_size))
