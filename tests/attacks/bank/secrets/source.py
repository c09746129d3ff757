# tries: the instructor's version is read
# must not: show a word of it
for path in (planted["root"], "../../..", "/proc/1/cwd/../../.."):
    try:
        print([line for line in open(path + "/source/attacked/attacked.ipynb") if "canary" in line])
    except OSError as error:
        print(type(error).__name__)
