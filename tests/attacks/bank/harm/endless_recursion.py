# tries: recursion without end and without Python's limit
# must not: cost more than its own check
# functions: right
# earns: 6
import sys
# %% entropy
def entropy(p, base=2):
    sys.setrecursionlimit(10**9)
    return entropy([*map(entropy, [p])], base)
