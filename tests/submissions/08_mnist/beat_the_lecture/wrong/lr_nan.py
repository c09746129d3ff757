# loses check_beat_the_lecture: returns.nan
def beat_the_lecture():
    return {"lr": float("nan"), "batch_size": 64}
