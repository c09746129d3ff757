# tries: print without end
# must not: cost more than that cell, or fill the notebook
# functions: right
# earns: 11
# event: output
while True:
    print("x" * 100_000)
