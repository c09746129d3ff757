# tries: folders in folders, deeper than any path, and then the end of the kernel
# must not: cost more than that cell, or pass for the sandbox's fault
# functions: right
# earns: 11
# event: died
# stock: not run, such folders are hard to remove
import os

for _ in range(1900):
    os.mkdir("deeper")
    os.chdir("deeper")
open("bottom.txt", "w").write("here")
os._exit(3)
