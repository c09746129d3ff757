# loses check_blind_spot: returns.shape
def blind_spot(t):
    return t.argmin()
