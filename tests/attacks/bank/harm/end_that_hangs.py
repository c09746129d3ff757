# tries: a kernel that will not end: exit handlers, finalizers and threads that wait for ever
# must not: keep the grader waiting
# functions: right
# earns: 11
import atexit, signal, threading, time

class Endless:
    def __del__(self):
        while True:
            time.sleep(1)

kept = Endless()
atexit.register(lambda: time.sleep(1000))
threading.Thread(target=time.sleep, args=(1000,)).start()
for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGALRM):
    signal.signal(number, signal.SIG_IGN)
