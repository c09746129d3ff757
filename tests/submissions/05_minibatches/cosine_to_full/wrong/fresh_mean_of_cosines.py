# loses check_cosine_to_full: cosine.per_example | unexplained | order.mean_of_cosines
import torch
import torch.nn.functional as F

def cosine_to_full(grads, batch):
    G = torch.tensor(grads, dtype=torch.float64)
    full = G.mean(0, keepdim=True)
    return F.cosine_similarity(G[batch], full, dim=1).mean().item()
