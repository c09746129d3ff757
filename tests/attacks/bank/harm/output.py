# tries: print without end
# must not: cost the neighbour anything, or fill the notebook
# stock: not run, it would fill the machine's memory
while True:
    print("x" * 100_000)
