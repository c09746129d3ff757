# loses check_beat_the_lecture: returns.type
def beat_the_lecture():
    return {"learning_rate": 0.5, "batch": 128}
