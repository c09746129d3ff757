# tries: the grader's environment is read: the kernel's own, and that of the process above it
# must not: show a variable of the grader's
import os, subprocess

print(dict(os.environ))
print(subprocess.run(["env"], capture_output=True, text=True).stdout)
for path in ["/proc/self/environ", f"/proc/{os.getppid()}/environ"]:
    try:
        print([word for word in open(path, "rb").read().split(b"\0") if b"canary" in word])
    except OSError as error:
        print(type(error).__name__)
