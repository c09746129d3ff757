# loses check_error_sum: sign.flipped
def error_sum(t, o):
    return sum(t + o)
