import math
import torch

def entropy(p, base=2): return torch.distributions.Categorical(probs=torch.as_tensor(p, dtype=torch.float64)).entropy().item() / math.log(base)
