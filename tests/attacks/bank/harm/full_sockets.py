# tries: as many pipes and sockets as there may be, all full
# must not: fill the machine, or be lost
# stock: not run, it would fill the machine's memory
import os, socket

kept = []
try:
    while len(kept) < 5000:
        kept += socket.socketpair()
        kept[-1].setblocking(False)
        kept[-1].send(b"x" * 100_000)
except OSError as error:
    print(type(error).__name__, len(kept))
