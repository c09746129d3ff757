# tries: files in memory, in /dev/shm and by memfd, filled without an end
# must not: cost more than that cell, or fill the machine
# functions: right
# earns: 11
# stock: not run, it would fill the machine's memory
import os

written = 0
try:
    for number in range(64):
        with open(f"/dev/shm/{number}", "wb") as file:
            written += file.write(b"x" * (16 << 20))
except OSError as error:
    print(type(error).__name__)
try:
    door = os.memfd_create("mine")
    for _ in range(64):
        written += os.write(door, b"x" * (16 << 20))
except OSError as error:
    print(type(error).__name__)
if written > 512 << 20:
    print("".join(planted["won"]), written)
