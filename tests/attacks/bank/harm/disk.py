# tries: a file that grows until the disk is full
# must not: cost more than that cell, or write more than the scratch folder may hold
# functions: right
# earns: 11
# stock: not run, it would fill the disk
written = 0
try:
    for number in range(40):
        with open(f"large{number}", "wb") as file:
            written += file.write(b"x" * (16 << 20))
except OSError as error:
    print(type(error).__name__)
if written > 128 << 20:
    print("".join(planted["won"]), written)
