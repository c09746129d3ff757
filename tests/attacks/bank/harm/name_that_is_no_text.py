# tries: a process gives itself a name that is no text, which whoever looks after it reads
# must not: pass for the sandbox's fault, or leave the submission without a grade
# functions: right
# earns: 11
import ctypes, time

prctl = ctypes.CDLL(None).prctl
for name in (b"RssAnon:\t9 kB", b"two\nlines\\", b"\xff\xfe\x80\xf0"):
    prctl(15, name, 0, 0, 0)  # PR_SET_NAME
    time.sleep(0.5)
