# loses check_blind_spot: blind_spot.right_class_wins
import torch


def blind_spot(t):
    o = torch.zeros(len(t))
    o[0] = 1.0
    return o
