# loses check_error_sum: error.undefined
def error_sum(t, o):
    """The sum of the errors t_k - o_k."""
    # YOUR CODE HERE
    raise NotImplementedError()
