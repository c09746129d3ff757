# loses check_log_softmax: softmax.missing
def log_softmax(z):
    return z - z.max(axis=-1, keepdims=True)
