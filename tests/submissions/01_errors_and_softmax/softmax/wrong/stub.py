# loses check_softmax: error.undefined
def softmax(z):
    # YOUR CODE HERE
    raise NotImplementedError()
