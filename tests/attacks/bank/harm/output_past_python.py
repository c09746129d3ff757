# tries: bytes to the standard streams past Python, from C and from children
# must not: cost more than that cell, or reach the instructor's terminal
# functions: right
# earns: 11
import os, subprocess

for _ in range(200):
    os.write(1, b"x" * 100_000)
    os.write(2, b"x" * 100_000)
subprocess.run("head -c 5000000 /dev/urandom; head -c 5000000 /dev/urandom >&2", shell=True)
