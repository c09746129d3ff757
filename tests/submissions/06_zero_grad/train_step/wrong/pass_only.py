# loses check_train_step: error.undefined | returns.none
# loses check_train_step_dirty: error.undefined | returns.none
def train_step(model, optimizer, loss_fn, data, target):
    """One update."""
    pass
