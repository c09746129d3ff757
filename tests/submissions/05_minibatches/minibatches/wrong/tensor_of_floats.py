# loses check_minibatches: returns.type
import torch
def minibatches(n, batch_size, rng):
    return torch.tensor(rng.permutation(n), dtype=torch.float32).split(batch_size)
