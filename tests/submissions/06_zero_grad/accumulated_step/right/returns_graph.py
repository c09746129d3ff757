def accumulated_step(model, optimizer, loss_fn, minibatches):
    N = sum(len(t) for _, t in minibatches)
    optimizer.zero_grad()
    loss = sum(loss_fn(model(d), t) * len(t) for d, t in minibatches) / N
    loss.backward()
    optimizer.step()
    return loss
