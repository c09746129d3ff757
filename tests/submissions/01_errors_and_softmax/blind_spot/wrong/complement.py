# loses check_blind_spot: not.distribution | blind_spot.tie
def blind_spot(t):
    return 1 - t
