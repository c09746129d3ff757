# loses check_beat_the_lecture: accuracy.too_low
def beat_the_lecture():
    return {"lr": 20.0, "batch_size": 512}
