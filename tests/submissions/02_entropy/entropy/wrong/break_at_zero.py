# loses check_entropy: zero.stops_loop | unexplained | loop.early_return
import math

def entropy(p, base=2):
    H = 0
    for pi in p:
        if pi == 0:
            break
        H += pi * math.log(1 / pi, base)
    return H

print("coin:", entropy([0.5, 0.5]))
print("sure:", entropy([1.0, 0.0]))
