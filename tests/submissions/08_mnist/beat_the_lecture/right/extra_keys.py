def beat_the_lecture():
    return {"lr": 0.4, "batch_size": 128, "momentum": 0.9, "epochs": 1, "why": "tried a few on the board"}
