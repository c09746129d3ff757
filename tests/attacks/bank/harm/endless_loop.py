# tries: a cell that never ends
# must not: cost more than that cell
# functions: right
# earns: 11
# event: timeout
while True:
    pass
