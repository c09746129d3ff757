# loses check_beat_the_lecture: accuracy.too_low
def beat_the_lecture():
    return {"lr": 1e-3, "batch_size": 64}
