import torch
import torch.nn.functional as F

def cosine_to_full(grads, batch):
    g = torch.as_tensor(grads)
    return F.cosine_similarity(g[torch.as_tensor(batch)].mean(0), g.mean(0), dim=0)
