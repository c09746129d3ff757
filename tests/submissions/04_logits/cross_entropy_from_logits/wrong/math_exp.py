# loses check_cross_entropy_from_logits: overflow | error.exception
import math


def cross_entropy_from_logits(z, y):
    loss = 0
    for row, label in zip(z, y):
        loss -= math.log(math.exp(row[label]) / sum(math.exp(x) for x in row))
    return loss / len(y)
