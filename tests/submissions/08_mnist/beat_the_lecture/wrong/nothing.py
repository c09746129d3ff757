# loses check_beat_the_lecture: returns.none
def beat_the_lecture():
    {"lr": 0.5, "batch_size": 128}
