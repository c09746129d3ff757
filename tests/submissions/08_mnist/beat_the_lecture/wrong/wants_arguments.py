# loses check_beat_the_lecture: error.arguments
def beat_the_lecture(lr, batch_size):
    return {"lr": lr, "batch_size": batch_size}
