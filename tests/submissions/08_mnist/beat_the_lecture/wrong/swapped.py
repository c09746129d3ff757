# loses check_beat_the_lecture: returns.swapped
def beat_the_lecture():
    return {"lr": 128, "batch_size": 0.5}
