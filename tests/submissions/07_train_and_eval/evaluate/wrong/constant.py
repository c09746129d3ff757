# loses check_evaluate: argument.ignored
def evaluate(model, loader, loss_fn):
    # TODO
    loss = 0.0
    accuracy = 0.0
    return loss, accuracy
