# tries: twelve children, each with as much memory as may just pass
# must not: cost more than that cell
# functions: right
# earns: 11
# event: memory
# stock: not run, it would fill the machine's memory
import os, time

for _ in range(12):
    if os.fork() == 0:
        mine = bytearray(os.urandom(1 << 20)) * 128
        time.sleep(60)
        os._exit(0)
time.sleep(60)
