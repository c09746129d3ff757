from math import log

def entropy(p, base=2):
    terms = [-x * log(x) / log(base) for x in p if x != 0]
    print("terms:", terms)
    print("entropy:", sum(terms))
    return sum(terms)

entropy([0.5, 0.5])
print(entropy([0.9, 0.1]))
