# tries: a function that never ends, with every signal blocked, the probe's alarm included
# must not: cost more than its own check
# functions: right
# earns: 9
# event: timeout
import signal
# %% error_sum
def error_sum(t, o):
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65))
    while True:
        pass
