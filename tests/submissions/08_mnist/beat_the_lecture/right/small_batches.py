def beat_the_lecture():
    # 60000/32 = 1875 updates with steps 100 times larger than the lecture's
    return {"lr": 0.1, "batch_size": 32}
