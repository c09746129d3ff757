# loses check_accumulated_step: accumulate.equal_weights | loss.batch_mean
def accumulated_step(model, optimizer, loss_fn, minibatches):
    accumulation_steps = len(minibatches)
    optimizer.zero_grad()
    running = 0.0
    for i, (inputs, labels) in enumerate(minibatches):
        outputs = model(inputs)
        loss = loss_fn(outputs, labels)
        loss = loss / accumulation_steps
        loss.backward()
        running += loss.item()
        if (i + 1) % accumulation_steps == 0:
            optimizer.step()
            optimizer.zero_grad()
    return running
