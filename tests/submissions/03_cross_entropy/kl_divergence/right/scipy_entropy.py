from scipy import stats

def kl_divergence(p, q):
    return stats.entropy(pk=p, qk=q, base=2)
