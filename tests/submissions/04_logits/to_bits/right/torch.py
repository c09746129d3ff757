import torch


def to_bits(nats):
    return torch.as_tensor(nats) / torch.log(torch.tensor(2.0))
