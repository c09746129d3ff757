# loses check_accumulated_step: error.undefined
def accumulated_step(model, optimizer, loss_fn, minibatches):
    raise NotImplementedError()
