# tries: new mounts, roots and namespaces uncover what was covered
# must not: show a word of it
# stock: not run, as root it would mount
import ctypes, os

libc = ctypes.CDLL(None, use_errno=True)
tried = {
    "unshare": lambda: libc.unshare(0x10000000 | 0x00020000),
    "proc": lambda: libc.mount(b"proc", b"/tmp", b"proc", 0, None),
    "umount": lambda: libc.umount2(b"/proc", 2),
    "bind": lambda: libc.mount(b"/", b"/tmp", None, 1 << 12 | 1 << 14, None),
    "chroot": lambda: libc.chroot(b"/proc/1/root"),
    "setns": lambda: libc.setns(0, 0),
    "setuid": lambda: libc.setuid(0),
    "fork in new user": lambda: libc.syscall(56, 0x10000000 | 17, 0, 0, 0, 0),
    "open by handle": lambda: libc.syscall(304, -100, b"\x08\0\0\0\1\0\0\0\2\0\0\0\0\0\0\0", 0),
    "io_uring": lambda: libc.syscall(425, 8, ctypes.create_string_buffer(120)),
    "pivot": lambda: libc.syscall(155, b".", b"."),
}
for name, call in tried.items():
    done = call()
    if name == "fork in new user" and done == 0:
        os._exit(0)
    print(name, done, ctypes.get_errno())
for path in (planted["home"] + "/token", planted["root"] + "/.course_secret", "/tmp" + planted["home"] + "/token"):
    try:
        print(open(path).read())
    except OSError as error:
        print(type(error).__name__)
