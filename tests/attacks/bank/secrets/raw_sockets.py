# tries: sockets of unusual families: raw, packet, netlink, vsock, Bluetooth, encryption
# must not: reach anybody
# stock: not run, it would knock at the machine's host
import socket

opened = []
for family in (2, 10, 15, 16, 17, 31, 38, 40, 44):
    for kind in (1, 2, 3, 5):
        try:
            opened.append((family, kind, socket.socket(family, kind, 0)))
        except OSError:
            pass
print([one[:2] for one in opened])
for family, kind, door in opened:
    for address in (("127.0.0.1", planted["tcp"]), (1, planted["tcp"]), (2, planted["tcp"])):
        try:
            door.settimeout(0.3)
            door.connect(address)
            print(door.recv(100))
        except Exception:
            pass
