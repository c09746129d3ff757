# tries: shared memory, message queues, semaphores and abstract sockets are left for the next student
# must not: be there for the next
# stock: not run, it would stay on the machine
import ctypes, socket

libc = ctypes.CDLL(None, use_errno=True)
KEY = 0x5EC2E7
print(libc.shmget(KEY, 4096, 0o1666), libc.msgget(KEY, 0o1666), libc.semget(KEY, 1, 0o1666))
door = socket.socket(socket.AF_UNIX)
try:
    door.bind("\0" + planted["mark"])
    door.listen()
except OSError as error:
    print(type(error).__name__)
