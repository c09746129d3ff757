# loses check_cosine_to_full: norm.missing | reduction.sum
def cosine_to_full(grads, batch):
    return grads[batch].sum(0) @ grads.sum(0)
