# tries: shared pages that are filled, and then unmapped but for the first, which keeps them all in memory
# must not: cost more than that cell, or fill the machine
# functions: right
# earns: 11
# stock: not run, it would fill the machine's memory
import ctypes, os, time

libc = ctypes.CDLL(None, use_errno=True)
libc.mmap.restype = ctypes.c_void_p
libc.mmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int, ctypes.c_int, ctypes.c_int, ctypes.c_long]
libc.munmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t]
part, filled = 32 << 20, 0
ways = [(0x21, -1)] * 20  # MAP_SHARED | MAP_ANONYMOUS
try:
    ways += [(0x01, os.open("/dev/zero", os.O_RDWR))] * 20
except OSError as error:
    print(type(error).__name__)
for flags, descriptor in ways:
    place = libc.mmap(None, part, 3, flags, descriptor, 0)
    if place in (None, ctypes.c_void_p(-1).value):
        continue
    ctypes.memset(place, 1, part)
    libc.munmap(place + 4096, part - 4096)
    filled += 32
    if filled > 512:
        print("".join(planted["won"]), filled, "MiB", flush=True)
        break
time.sleep(1)
