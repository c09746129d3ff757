import torch

def cross_entropy_gradient(z, y):
    logits = torch.from_numpy(z.copy()).double().requires_grad_()
    loss = torch.nn.CrossEntropyLoss()(logits, torch.from_numpy(y).long())
    grad, = torch.autograd.grad(loss, logits)
    return grad.numpy()
