# loses check_blind_spot: input.modified
def blind_spot(t):
    i = t.argmax()
    t[i] = 0
    t[i - 1] = 1
    return t
