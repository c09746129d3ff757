# tries: files that say they are large, and hold nothing, as many as may be copied, and the end of the kernel
# must not: cost more than that cell, or fill the disk of whoever copies them
# functions: right
# earns: 11
# event: died
# stock: not run, it would fill the disk of whoever copies them
import os

for number in range(30):  # of two thousand
    with open(f"large-{number}.bin", "wb") as file:
        os.truncate(file.fileno(), 60 << 20)
os._exit(3)
