# loses check_train_step_dirty: backward.twice
# loses check_train_step: backward.twice
import torch

def train_step(model, optimizer, loss_fn, data, target):
    optimizer.zero_grad()
    out = model(data)
    loss = loss_fn(out, target)
    loss.backward(retain_graph=True)
    # RuntimeError: Trying to backward through the graph a second time
    # -> stackoverflow says retain_graph=True
    loss.backward()
    optimizer.step()
    return loss.item()
