# loses check_beat_the_lecture: error.undefined
def beat_the_lecture():
    # YOUR CODE HERE
    raise NotImplementedError()
