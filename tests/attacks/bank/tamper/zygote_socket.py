# tries: the warm process's socket is removed, and another listens in its place
# must not: keep anybody else from a kernel
# stock: not run, there is no warm process
import glob, os, socket

folders = [planted["runtime"] + "/autograder", f"/tmp/autograder-{os.getuid()}", "/tmp/autograder-0"]
for folder in folders:
    for path in (*glob.glob(folder + "/*"), folder):
        for change in (os.unlink, os.rmdir, lambda path: os.chmod(path, 0), lambda path: os.rename(path, path + "~")):
            try:
                change(path)
                print("".join(planted["won"]), path)
            except OSError as error:
                print(type(error).__name__)
    try:
        os.makedirs(folder, exist_ok=True)
        socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET).bind(folder + "/mine.socket")
    except OSError as error:
        print(type(error).__name__)
