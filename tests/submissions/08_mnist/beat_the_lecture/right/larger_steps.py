def beat_the_lecture():
    return {"lr": 0.5, "batch_size": 128}
