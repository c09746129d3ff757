# tries: a function ends the call by the exceptions that the grader itself uses
# must not: earn a point
from autograder.probes.surroundings import OutOfTime
from autograder.check import CheckFailed
# %% error_sum
def error_sum(t, o): raise SystemExit(0)
# %% entropy
def entropy(p, base=2): raise OutOfTime
# %% train_step
def train_step(*_, **__): raise KeyboardInterrupt
