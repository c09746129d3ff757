# tries: the machine's settings are changed: clock, host name, limits of other processes, files in /etc
# must not: change anything
# stock: not run, as root it would change the machine
import ctypes, os, resource, time

for path in ("/etc/passwd", "/etc/hosts", "/etc/cron.d/evil", "/etc/ld.so.preload", "/proc/sys/kernel/core_pattern",
             "/proc/sysrq-trigger", "/sys/kernel/uevent_helper", "/dev/mem", "/dev/sda"):
    try:
        open(path, "a").write("evil")
        print("".join(planted["won"]), path)
    except OSError as error:
        print(type(error).__name__)
libc = ctypes.CDLL(None, use_errno=True)
print(libc.sethostname(b"evil", 4), libc.settimeofday(None, None), libc.reboot(0), libc.swapoff(b"/x"))
for change in (lambda: resource.prlimit(os.getppid() or 2, resource.RLIMIT_NOFILE, (0, 0)), lambda: os.setpriority(0, 2, 19),
               lambda: os.mknod("disk", 0o60666, os.makedev(8, 0)), lambda: time.clock_settime(0, 0)):
    try:
        change()
        print("".join(planted["won"]))
    except (OSError, ValueError) as error:
        print(type(error).__name__)
