# tries: the course's secret, from which all challenges are drawn, is read
# must not: show it
import os

for path in (planted["root"], "../../..", "/proc/self/root" + planted["root"]):
    for name in (".course_secret", "nbgrader_config.py"):
        try:
            print(open(os.path.join(path, name)).read())
        except OSError as error:
            print(type(error).__name__)
