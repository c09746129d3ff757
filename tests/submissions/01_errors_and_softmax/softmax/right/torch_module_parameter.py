import torch
from torch import nn

layer = nn.Softmax(dim=-1)


def softmax(z):
    z = torch.from_numpy(z.copy()).requires_grad_()
    print("softmax of", z.shape)
    return layer(z).detach().numpy()
