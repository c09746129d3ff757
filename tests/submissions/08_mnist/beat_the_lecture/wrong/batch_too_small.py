# loses check_beat_the_lecture: batch.size
def beat_the_lecture():
    return {"lr": 0.05, "batch_size": 1}
