# tries: SIGKILL to everybody, to the parent, to the group, to the neighbours by number
# must not: reach anybody outside
# functions: right
# earns: 11
# stock: not run, as root it would end the machine
import os, signal

assert os.getpid() == 1, "only in a world of its own"
for target in (-1, os.getppid(), *range(2, 3000)):
    for number in (signal.SIGKILL, signal.SIGSTOP):
        try:
            os.kill(target, number)
        except OSError:
            pass
try:
    os.killpg(0, signal.SIGKILL)
except OSError:
    pass
