import torch


def diagnose(steps):
    g = torch.stack([torch.as_tensor(b) for b, _ in steps])
    u = torch.stack([torch.as_tensor(x) for _, x in steps])
    if torch.allclose(u, torch.zeros_like(u)):
        answer = "erased"
    elif torch.allclose(u, g):
        answer = "correct"
    elif torch.allclose(u, g.cumsum(dim=0)):
        answer = "accumulates"
    else:
        answer = "stale"
    print(len(steps), "steps:", answer)
    return answer
