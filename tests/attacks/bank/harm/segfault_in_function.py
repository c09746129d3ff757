# tries: a crash in C, when a function is called
# must not: cost more than its own check
# functions: right
# earns: 7
# event: died
# %% train_step
def train_step(*_, **__):
    import ctypes
    ctypes.memset(0, 1, 1 << 20)
