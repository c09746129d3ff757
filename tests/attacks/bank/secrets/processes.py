# tries: other processes are read through /proc: memory, files, folders, command lines
# must not: show a word of them
# stock: not run, as root it would read every process of the machine
import glob, os

for folder in glob.glob("/proc/[0-9]*"):
    for name in ("cmdline", "environ", "maps"):
        try:
            text = open(f"{folder}/{name}", "rb").read()
            print(folder, name, len(text), [line for line in text.split(b"\0") if b"canary" in line])
        except OSError as error:
            print(folder, name, type(error).__name__)
    for path in (*glob.glob(folder + "/fd/*"), folder + "/cwd", folder + "/root"):
        try:
            place = os.readlink(path)
        except OSError:
            continue
        for inside in (path, path + planted["home"] + "/token", path + planted["root"] + "/.course_secret"):
            try:
                if os.path.isfile(inside):
                    print(place, open(inside, "rb").read(4096))
            except OSError:
                pass
