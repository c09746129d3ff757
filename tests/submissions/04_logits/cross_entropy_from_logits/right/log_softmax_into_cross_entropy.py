import torch
import torch.nn.functional as F


# softmax of log-softmax is softmax: taking the logarithm twice changes nothing
def cross_entropy_from_logits(z, y):
    return float(F.cross_entropy(F.log_softmax(torch.tensor(z), dim=1), torch.tensor(y)))
