# tries: a list that grows until memory is full
# must not: cost more than that cell
# functions: right
# earns: 11
# stock: not run, it would fill the machine's memory
full = [bytearray(b"x" * (32 << 20)) for _ in range(64)]
