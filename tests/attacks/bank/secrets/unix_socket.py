# tries: a server's unix socket on the grader's machine, by its path
# must not: reach anybody
import socket

for path in (planted["unix"], "/proc/1/root" + planted["unix"]):
    for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_SEQPACKET):
        try:
            door = socket.socket(socket.AF_UNIX, kind)
            door.settimeout(1)
            door.connect(path)
            print(door.recv(100))
        except OSError as error:
            print(type(error).__name__)
