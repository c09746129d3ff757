def expected_length(p, lengths):
    total = 0
    for i in range(len(p)):
        total += p[i] * lengths[i]
    return total
