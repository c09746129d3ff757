# loses check_huffman_lengths: code.not_optimal
def huffman_lengths(p):
    # halve the list again and again (Shannon-Fano without the balancing)
    def split(symbols, depth):
        if len(symbols) == 1:
            return {symbols[0]: max(depth, 1)}
        middle = len(symbols) // 2
        return {**split(symbols[:middle], depth + 1), **split(symbols[middle:], depth + 1)}

    order = sorted(range(len(p)), key=lambda i: -p[i])
    depths = split(order, 0)
    return [depths[i] for i in range(len(p))]
