# loses check_beat_the_lecture: accuracy.too_low | returns.type
def beat_the_lecture():
    return {"lr": float("inf"), "batch_size": 64}
