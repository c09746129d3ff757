# loses check_perplexity: error.exception
def perplexity(p, q):
    return 2 ** crossentropy(p, q)
