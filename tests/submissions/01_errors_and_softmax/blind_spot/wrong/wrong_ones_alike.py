# loses check_blind_spot: blind_spot.tie
def blind_spot(t):
    return (1 - t) / (len(t) - 1)
