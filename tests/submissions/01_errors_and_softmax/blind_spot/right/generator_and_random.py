import random


def blind_spot(t):
    wrong = random.choice([i for i, x in enumerate(t) if x == 0])
    return [0.9 if i == wrong else 0.1 * x for i, x in enumerate(t)]
