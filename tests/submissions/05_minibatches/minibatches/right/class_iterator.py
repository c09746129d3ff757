import numpy as np

class Minibatches:
    def __init__(self, n, batch_size, rng):
        self.order = rng.permutation(n)
        self.batch_size = batch_size
        self.at = 0

    def __iter__(self):
        return self

    def __next__(self):
        if self.at >= len(self.order):
            raise StopIteration
        batch = self.order[self.at:self.at + self.batch_size]
        self.at += self.batch_size
        return batch

def minibatches(n, batch_size, rng):
    return Minibatches(n, batch_size, rng)
