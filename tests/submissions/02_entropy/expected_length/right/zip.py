def expected_length(p, lengths):
    return sum(p_i * l_i for p_i, l_i in zip(p, lengths))
