import math


def surprisal(x):
    return math.inf if x == 0 else -math.log(x) / math.log(2)


def kl_divergence(p, q):
    """The extra surprise, on average."""
    extra = []
    for truth, answer in zip(p, q):
        if truth > 0:
            extra.append(truth * (surprisal(answer) - surprisal(truth)))
    return [math.fsum(extra)][0]
