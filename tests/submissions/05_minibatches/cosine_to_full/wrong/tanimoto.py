# loses check_cosine_to_full: unexplained | norm.wrong
import numpy as np
def cosine_to_full(grads, batch):
    a, f = grads[batch].mean(0), grads.mean(0)
    return a @ f / (a @ a + f @ f - a @ f)
