# loses check_cross_entropy_from_logits: returns.shape | returns.type
import torch


def cross_entropy_from_logits(z, y):
    return torch.nn.functional.cross_entropy(torch.tensor(z), torch.tensor(y), reduction="none")
