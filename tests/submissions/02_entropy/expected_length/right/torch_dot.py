import torch

def expected_length(p, lengths):
    return torch.dot(torch.as_tensor(p, dtype=torch.float32), torch.as_tensor(lengths, dtype=torch.float32))
