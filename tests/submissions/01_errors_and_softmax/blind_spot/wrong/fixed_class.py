# loses check_blind_spot: blind_spot.not_wrong | argument.ignored | unexplained | blind_spot.right_class_wins
import numpy as np

def blind_spot(t):
    # o puts everything on the first class
    o = np.full(len(t), 0.0)
    o[0] = 1.0
    return o

blind_spot(np.array([0, 1, 0]))
