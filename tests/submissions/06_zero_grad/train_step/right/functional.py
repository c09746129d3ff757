import torch


def train_step(model, optimizer, loss_fn, data, target):
    params = dict(model.named_parameters())
    def f(ps):
        out = torch.func.functional_call(model, ps, (data,))
        return loss_fn(out, target)
    grads, value = torch.func.grad_and_value(f)({k: v.detach() for k, v in params.items()})
    for k, p in params.items():
        p.grad = grads[k]
    optimizer.step()
    return value.detach()
