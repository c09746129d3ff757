# tries: an object that passes for a function, looks at who calls it, and changes the caller's variables
# must not: earn a point
import ctypes, sys

def meddle(*arguments, **keywords):
    frame = sys._getframe(1)
    while frame is not None:
        for name in list(frame.f_locals):
            if name in ("outcome", "mistake", "passed", "points", "challenge", "deadline"):
                frame.f_locals[name] = None
                ctypes.pythonapi.PyFrame_LocalsToFast(ctypes.py_object(frame), ctypes.c_int(0))
        frame = frame.f_back
    return 0.0
# %% error_sum
error_sum = meddle
# %% entropy
entropy = meddle
# %% train_step
train_step = meddle
