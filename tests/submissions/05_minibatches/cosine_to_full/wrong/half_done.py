# loses check_cosine_to_full: returns.shape
def cosine_to_full(grads, batch):
    a = grads[batch].mean(axis=0)
    b = grads.mean(axis=0)
    return a * b
