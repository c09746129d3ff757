# loses check_cross_entropy_gradient: input.modified
import numpy as np

def cross_entropy_gradient(z, y):
    # after the cs231n notes
    num_examples = z.shape[0]
    scores = z
    for row in scores:
        row -= np.max(row)
    exp_scores = np.exp(scores)
    probs = exp_scores / np.sum(exp_scores, axis=1, keepdims=True)
    dscores = probs
    dscores[range(num_examples), y] -= 1
    dscores /= num_examples
    return dscores
