# tries: a UDP packet to a server on the grader's machine
# must not: reach anybody
import socket

for family, address in ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::ffff:127.0.0.1")):
    try:
        door = socket.socket(family, socket.SOCK_DGRAM)
        door.settimeout(1)
        door.sendto(b"hello", (address, planted["udp"]))
        print(door.recv(100))
    except OSError as error:
        print(type(error).__name__)
