# loses check_cosine_to_full: norm.missing
def cosine_to_full(grads, batch):
    return grads[batch].mean(axis=0) @ grads.mean(axis=0)
