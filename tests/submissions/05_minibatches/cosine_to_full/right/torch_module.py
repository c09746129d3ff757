import torch
def cosine_to_full(grads, batch):
    g = torch.from_numpy(grads).float()
    return torch.nn.CosineSimilarity(dim=0)(g[batch].mean(dim=0), g.mean(dim=0)).item()
