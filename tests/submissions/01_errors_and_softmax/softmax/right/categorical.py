import torch


def softmax(z):
    return torch.distributions.Categorical(logits=torch.tensor(z)).probs
