# loses check_train_update: error.undefined | returns.none
# loses check_train_zero_grad: error.undefined | returns.none
# loses check_train_history: error.undefined | returns.none
# loses check_train_mode: error.undefined | returns.none
def train(classifier, optimizer, train_loader, loss_fn, epochs):
    pass
