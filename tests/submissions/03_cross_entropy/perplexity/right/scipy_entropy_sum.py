from scipy.stats import entropy


def perplexity(p, q):
    bits = entropy(p, base=2) + entropy(p, q, base=2)
    print(f"{bits:.3f} bits")
    return pow(2, bits)
