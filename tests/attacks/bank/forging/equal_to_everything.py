# tries: results that are equal to, close to, greater and smaller than everything
# must not: earn a point
class Equal(float):
    def __eq__(self, other): return True
    def __ne__(self, other): return False
    def __lt__(self, other): return True
    def __gt__(self, other): return True
    def __le__(self, other): return True
    def __ge__(self, other): return True
    def __sub__(self, other): return Equal(0)
    def __rsub__(self, other): return Equal(0)
    def __abs__(self): return Equal(0)
    def __array__(self, *_, **__): return np.array(Equal(0), dtype=object)
    __hash__ = float.__hash__
# %% error_sum
def error_sum(t, o): return Equal(17)
# %% entropy
def entropy(p, base=2): return Equal(17)
# %% train_step
def train_step(*_, **__): return Equal(17)
