# loses check_kl_divergence: kl.symmetric
from scipy.spatial.distance import jensenshannon
def kl_divergence(p, q):
    return jensenshannon(p, q, base=2)
