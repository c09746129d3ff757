# tries: a file that says it has a terabyte, for whoever copies it
# must not: cost more than that cell
# functions: right
# earns: 11
# stock: not run, it would fill the disk of whoever copies it
import os, signal

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
for name, size in (("huge.bin", 1 << 40), ("large.bin", 60 << 20)):
    try:
        with open(name, "wb") as file:
            os.truncate(file.fileno(), size)
    except OSError as error:
        print(type(error).__name__)
