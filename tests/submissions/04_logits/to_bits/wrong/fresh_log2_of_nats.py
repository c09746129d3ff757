# loses check_to_bits: to_bits.log_of_value | unexplained | log.misplaced
import numpy as np

def to_bits(nats):
    return np.log2(nats)

print(to_bits(1.0))
