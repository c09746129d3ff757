# loses check_blind_spot: error.undefined
def blind_spot(t):
    raise NotImplementedError
