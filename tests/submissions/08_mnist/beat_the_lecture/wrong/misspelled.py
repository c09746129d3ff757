# loses check_beat_the_lecture: error.exception
learning = 0.5


def beat_the_lecture():
    return {"lr": learning_rate, "batch_size": 128}
