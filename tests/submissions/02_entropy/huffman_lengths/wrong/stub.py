# loses check_huffman_lengths: error.undefined
def huffman_lengths(p):
    # TODO
    raise NotImplementedError
