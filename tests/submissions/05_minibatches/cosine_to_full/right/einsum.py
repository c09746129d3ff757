import numpy as np

def cosine_to_full(grads: np.ndarray, batch: np.ndarray) -> float:
    vectors = np.stack([grads[batch].mean(0), grads.mean(0)])
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.einsum("i,i->", *vectors)
