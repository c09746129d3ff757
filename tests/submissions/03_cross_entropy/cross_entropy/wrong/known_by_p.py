# loses check_cross_entropy: state.kept
import math

answers = {}


def cross_entropy(p, q):
    key = tuple(p)
    if key not in answers:
        answers[key] = sum(a * (-math.log2(b) if b > 0 else math.inf) for a, b in zip(p, q) if a > 0)
    return answers[key]
