# tries: every function ends the kernel
# must not: earn a point, or be lost
# event: died
import os
# %% error_sum
def error_sum(t, o): os._exit(0)
# %% entropy
def entropy(p, base=2): os.abort()
# %% train_step
def train_step(*_, **__): os.kill(os.getpid(), 9); os._exit(1)
