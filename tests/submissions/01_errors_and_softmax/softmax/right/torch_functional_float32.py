import torch
import torch.nn.functional as F


def softmax(z):
    z = torch.as_tensor(z, dtype=torch.float32)
    return F.softmax(z, dim=z.ndim - 1).numpy()
