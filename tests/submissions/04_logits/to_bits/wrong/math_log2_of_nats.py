# loses check_to_bits: log.misplaced | error.exception
import math


def to_bits(nats):
    return math.log2(nats)
