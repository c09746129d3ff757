# loses check_beat_the_lecture: returns.type
def beat_the_lecture():
    return {"lr": 0.5, "batch_size": 256 / 2}
