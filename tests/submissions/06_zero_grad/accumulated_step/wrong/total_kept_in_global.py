# loses check_accumulated_step: state.kept | history.not_reset
seen = 0
total = 0.0


def accumulated_step(model, optimizer, loss_fn, minibatches):
    global seen, total
    N = sum(len(t) for _, t in minibatches)
    optimizer.zero_grad()
    for data, target in minibatches:
        loss = loss_fn(model(data), target) * len(target) / N
        loss.backward()
        total += loss.item()
    optimizer.step()
    return total
