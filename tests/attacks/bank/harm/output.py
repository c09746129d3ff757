# tries: print without end
# must not: cost more than that cell, or fill the notebook
# functions: right
# earns: 11
# stock: not run, it would fill the machine's memory
while True:
    print("x" * 100_000)
