import numpy as np


def softmax(z):
    """Softmax over the last axis."""
    shape = z.shape
    rows = z.reshape(-1, shape[-1])
    out = np.zeros(rows.shape)
    for i in range(rows.shape[0]):
        row = rows[i] - rows[i].max()
        out[i, :] = np.exp(row)
        out[i, :] /= out[i, :].sum()
    return out.reshape(shape)
