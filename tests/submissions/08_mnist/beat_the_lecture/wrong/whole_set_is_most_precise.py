# loses check_beat_the_lecture: accuracy.too_low
def beat_the_lecture():
    """The gradient of the whole training set is the true one, so take it."""
    return {"lr": 0.1, "batch_size": 60000}
