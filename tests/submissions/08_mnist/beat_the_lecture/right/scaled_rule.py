def beat_the_lecture(batch_size=128):
    # linear scaling: 0.25 for 64 images
    return {"lr": 0.25 * batch_size / 64, "batch_size": batch_size}
