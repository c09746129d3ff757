import numpy as np

to_bits = lambda nats: np.divide(nats, np.log(2.0))
