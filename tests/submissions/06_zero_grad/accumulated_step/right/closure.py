def accumulated_step(model, optimizer, loss_fn, minibatches):
    n = sum(len(t) for _, t in minibatches)

    def closure():
        optimizer.zero_grad()
        mean = sum(len(t) / n * loss_fn(model(d), t) for d, t in minibatches)
        mean.backward()
        return mean

    return float(optimizer.step(closure))
