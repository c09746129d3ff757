from torch.utils.data import BatchSampler
def minibatches(n, batch_size, rng):
    return BatchSampler(rng.permutation(n).tolist(), batch_size, drop_last=False)
