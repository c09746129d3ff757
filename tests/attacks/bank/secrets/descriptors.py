# tries: descriptors that were left open lead to files, folders or sockets of the grader
# must not: show a word of them
import os

for one in range(3, 256):
    try:
        told = os.fstat(one)
    except OSError:
        continue
    print(one, os.readlink(f"/proc/self/fd/{one}") if os.path.exists(f"/proc/self/fd/{one}") else "")
    for path in ("..", "../..", "token", ".course_secret", planted["home"][1:] + "/token"):
        try:
            print(os.read(os.open(path, os.O_RDONLY, dir_fd=one), 4096))
        except OSError:
            pass
