import torch
from torch.utils.data import DataLoader

def minibatches(n, batch_size, rng):
    seed = int(rng.integers(2**31))
    generator = torch.Generator()
    generator.manual_seed(seed)
    return DataLoader(range(n), batch_size=batch_size, shuffle=True, generator=generator)
