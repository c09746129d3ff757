def beat_the_lecture():
    return dict(lr=0.5, batch_size=256)
