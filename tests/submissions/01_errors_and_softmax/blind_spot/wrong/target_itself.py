# loses check_blind_spot: blind_spot.right_class_wins
def blind_spot(t):
    return t
