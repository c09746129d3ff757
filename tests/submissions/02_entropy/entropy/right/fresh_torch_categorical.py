import torch
import math

class EntropyCalculator:
    def __init__(self, base):
        self.base = base

    def __call__(self, p):
        dist = torch.distributions.Categorical(probs=torch.tensor(p, dtype=torch.float64))
        return dist.entropy() / math.log(self.base)

def entropy(p, base=2):
    return EntropyCalculator(base)(p)
