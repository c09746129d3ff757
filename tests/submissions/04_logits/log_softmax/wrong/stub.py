# loses check_log_softmax: error.undefined
def log_softmax(z):
    # YOUR CODE HERE
    raise NotImplementedError()
