# tries: a file with solutions that lies in release/ is read
# must not: show a word of it
for path in (planted["root"], "../../.."):
    try:
        print(open(path + "/release/attacked/solutions.py").read())
    except OSError as error:
        print(type(error).__name__)
