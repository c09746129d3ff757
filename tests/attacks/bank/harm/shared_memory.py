# tries: memory that belongs to no process: shared segments that are filled and let go of
# must not: cost more than that cell, or fill the machine
# functions: right
# earns: 11
# stock: not run, it would fill the machine's memory
import ctypes, time

libc = ctypes.CDLL(None, use_errno=True)
libc.shmat.restype = ctypes.c_void_p
filled = 0
for number in range(10):
    segment = libc.shmget(0, 128 << 20, 0o1600)
    if segment < 0:
        break
    place = libc.shmat(segment, None, 0)
    ctypes.memset(place, 1, 128 << 20)
    libc.shmdt(ctypes.c_void_p(place))
    filled += 128
if filled > 512:
    print("".join(planted["won"]), filled, "MiB")
    time.sleep(60)
