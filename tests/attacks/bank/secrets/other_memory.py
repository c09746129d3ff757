# tries: the memory of the parent and of other processes is read by ptrace and process_vm_readv
# must not: read a word of it
# stock: not run, as root it would stop other processes
import ctypes, os

libc = ctypes.CDLL(None, use_errno=True)

class Span(ctypes.Structure):
    _fields_ = [("base", ctypes.c_void_p), ("size", ctypes.c_size_t)]

buffer = ctypes.create_string_buffer(4096)
for pid in {os.getppid(), 1, 2, *range(os.getpid() - 5, os.getpid())} - {os.getpid(), 0, -1}:
    here, there = Span(ctypes.addressof(buffer), 4096), Span(0x400000, 4096)
    read = libc.process_vm_readv(pid, ctypes.byref(here), 1, ctypes.byref(there), 1, 0)
    attached = libc.ptrace(16, pid, None, None)
    opened = libc.syscall(434, pid, 0)
    got = libc.syscall(438, opened, 0, 0) if opened >= 0 else -1
    print(pid, read, attached, opened >= 0, got)
