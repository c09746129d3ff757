import matplotlib
matplotlib.use("Agg")
import matplotlib.pyplot as plt
from numpy import *

list = [0.5, 0.5]
sum_ = 0

def entropy(p, base=2):
    q = array(p)
    q = q[q > 0]
    plt.figure()
    plt.bar(range(len(q)), q)
    plt.close("all")
    return sum(-q * log(q)) / log(base)

max = entropy(list)
print(max)
