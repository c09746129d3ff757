import matplotlib

matplotlib.use("agg")
import matplotlib.pyplot as plt
import numpy as np

h = lambda p, q: sum(-x * np.log2(y) for x, y in zip(p, q) if x != 0)
perplexity = lambda p, q: np.float64(2) ** h(p, q)

xs = np.linspace(0.01, 0.99)
plt.plot(xs, [perplexity([0.5, 0.5], [x, 1 - x]) for x in xs])
plt.show()
