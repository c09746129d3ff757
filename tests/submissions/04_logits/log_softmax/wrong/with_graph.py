# loses check_log_softmax: returns.type | gradient.kept
import torch

def log_softmax(z):
    logits = torch.tensor(z, dtype=torch.float64, requires_grad=True)
    m = torch.nn.LogSoftmax(dim=-1)
    return m(logits)
