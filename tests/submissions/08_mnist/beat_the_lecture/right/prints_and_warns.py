import sys
import warnings


def beat_the_lecture():
    warnings.warn("this may overshoot")
    print("one epoch is enough", file=sys.stderr)
    return {"lr": 0.7, "batch_size": 256}
