import torch


def beat_the_lecture():
    return {"lr": torch.tensor(0.5), "batch_size": torch.tensor(200)}
