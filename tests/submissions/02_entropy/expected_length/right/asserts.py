import numpy as np

def expected_length(p, lengths) -> float:
    p, lengths = np.asarray(p, dtype=float), np.asarray(lengths)
    assert p.shape == lengths.shape
    assert p.sum() == 1.0
    assert (lengths >= 1).all()
    return float(p @ lengths)
