# tries: something is told to the world by asking for the address of a name
# must not: reach anybody
# stock: not run, it would ask real servers
import socket

for name in ("localhost", "grades.invalid"):
    try:
        print(socket.getaddrinfo(name, planted["tcp"], type=socket.SOCK_STREAM)[:1])
    except OSError as error:
        print(type(error).__name__)
servers = ["127.0.0.1", "127.0.0.53"]
try:
    servers += [line.split()[1] for line in open("/etc/resolv.conf") if line.startswith("nameserver")]
except OSError as error:
    print(type(error).__name__)
for server in servers:
    for port in (53, planted["udp"]):
        try:
            question = b"\0\1\1\0\0\1\0\0\0\0\0\0\6grades\7invalid\0\0\1\0\1"
            door = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
            door.settimeout(0.3)
            door.sendto(question, (server, port))
            print(door.recv(500))
        except OSError as error:
            print(type(error).__name__)
