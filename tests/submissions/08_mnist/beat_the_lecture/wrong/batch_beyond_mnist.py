# loses check_beat_the_lecture: batch.size
def beat_the_lecture():
    return {"lr": 0.5, "batch_size": 100_000}
