import numpy as np


def beat_the_lecture():
    return {"lr": np.float32(0.5), "batch_size": np.int64(200)}
