# loses check_train_step: error.undefined
# loses check_train_step_dirty: error.undefined
def train_step(model, optimizer, loss_fn, data, target):
    # YOUR CODE HERE
    raise NotImplementedError()
