import math

BITS_PER_NAT = math.log2(math.e)

def to_bits(nats):
    """1 nat = 1.4427 bits"""
    return nats * BITS_PER_NAT
