# loses check_perplexity: argument.ignored
def perplexity(p, q):
    return len(q)
