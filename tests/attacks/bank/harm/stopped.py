# tries: SIGSTOP to itself, and children that stop and are traced
# must not: keep the grader waiting
# functions: right
# earns: 11
# stock: not run, stopped processes would stay on the machine
import os, signal

for _ in range(3):
    if os.fork() == 0:
        os.kill(os.getpid(), signal.SIGSTOP)
        os._exit(0)
os.kill(os.getpid(), signal.SIGSTOP)
