import torch
from torch import nn

class LS(nn.Module):
    def forward(self, z): return torch.log_softmax(torch.as_tensor(z), -1)
log_softmax = LS()
