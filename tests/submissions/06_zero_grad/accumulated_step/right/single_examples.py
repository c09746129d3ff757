def accumulated_step(model, optimizer, loss_fn, minibatches):
    n = sum(len(t) for _, t in minibatches)
    optimizer.zero_grad()
    total = 0.0
    for data, target in minibatches:
        for i in range(len(target)):
            loss = loss_fn(model(data[i : i + 1]), target[i : i + 1]) / n
            loss.backward()
            total += loss.item()
    optimizer.step()
    return total
