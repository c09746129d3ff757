# loses check_perplexity: log.misplaced
def perplexity(p, q):
    average = sum(a * b for a, b in zip(p, q))
    return 1 / average
