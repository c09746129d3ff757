# tries: a TCP connection to a server on the grader's machine, and to the world
# must not: reach anybody
import socket, urllib.request

for address in (("127.0.0.1", planted["tcp"]), ("localhost", planted["tcp"]), ("::1", planted["tcp"]), ("192.0.2.1", 443)):
    try:
        with socket.create_connection(address, timeout=1) as door:
            print(door.recv(100))
    except OSError as error:
        print(type(error).__name__)
try:
    print(urllib.request.urlopen(f"http://127.0.0.1:{planted['tcp']}", timeout=1).read())
except Exception as error:
    print(type(error).__name__)
