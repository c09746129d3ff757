# tries: shared memory, message queues, semaphores of the student before are opened
# functions: right
# earns: 11
# must not: find any
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
KEY = 0x5EC2E7
assert libc.shmget(KEY, 4096, 0) == libc.msgget(KEY, 0) == libc.semget(KEY, 1, 0) == -1
