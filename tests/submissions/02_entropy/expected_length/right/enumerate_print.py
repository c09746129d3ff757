def expected_length(p, lengths):
    s = 0.0
    for i, prob in enumerate(p):
        s = s + prob * lengths[i]
        print(i, prob, lengths[i], s)
    return s

expected_length([0.5, 0.5], [1, 1])
