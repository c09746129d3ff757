# loses check_surprisal: error.undefined
def surprisal(p):
    # YOUR CODE HERE
    raise NotImplementedError()
