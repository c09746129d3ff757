# loses check_blind_spot: returns.shape | argument.ignored
def blind_spot(t):
    return [0.2, 0.5, 0.3]
