# tries: what others handed in, and how it was graded, is read
# must not: show a word of it
import glob

for root in (planted["root"], "../../..", "../..", "/proc/1/root" + planted["root"]):
    for pattern in ("/submitted/*/*/*", "/autograded/*/*/*", "/*/attacked/*", "/feedback/**/*.html"):
        for path in glob.glob(root + pattern):
            try:
                text = open(path).read()
            except OSError as error:
                print(type(error).__name__)
            else:
                print([line for line in text.splitlines() if "canary" in line and planted["me"] not in path])
