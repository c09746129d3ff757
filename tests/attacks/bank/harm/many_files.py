# tries: a hundred thousand files
# must not: cost more than that cell
# functions: right
# earns: 11
# stock: not run, it would fill the disk
try:
    for number in range(100_000):
        open(f"file{number}", "w").close()
except OSError as error:
    print(type(error).__name__)
