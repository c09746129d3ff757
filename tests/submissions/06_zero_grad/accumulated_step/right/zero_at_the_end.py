def accumulated_step(model, optimizer, loss_fn, minibatches):
    """Lecture order: step, then zero."""
    examples = 0
    for _, target in minibatches:
        examples += target.shape[0]
    running_loss = 0.0
    for minibatch in minibatches:
        data, target = minibatch
        out = model(data)
        computed_loss = loss_fn(out, target)
        (computed_loss * target.shape[0] / examples).backward()
        running_loss += computed_loss.item() * target.shape[0]
    optimizer.step()
    optimizer.zero_grad()
    return running_loss / examples
