import torch


def log_softmax(z):
    return torch.distributions.Categorical(logits=torch.tensor(z)).logits
