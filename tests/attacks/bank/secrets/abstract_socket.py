# tries: a server's abstract unix socket on the grader's machine, which no file permission protects
# must not: reach anybody
import socket

try:
    door = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    door.settimeout(1)
    door.connect("\0" + planted["abstract"])
    print(door.recv(100))
except OSError as error:
    print(type(error).__name__)
