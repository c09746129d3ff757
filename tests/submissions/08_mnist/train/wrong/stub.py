# loses check_train_update: error.undefined
# loses check_train_zero_grad: error.undefined
# loses check_train_history: error.undefined
# loses check_train_mode: error.undefined
def train(classifier, optimizer, train_loader, loss_fn, epochs):
    """Trains."""
    # YOUR CODE HERE
    raise NotImplementedError()
