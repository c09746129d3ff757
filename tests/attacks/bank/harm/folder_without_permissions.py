# tries: the current folder is closed to all, and what is in it
# must not: cost more than that cell
# functions: right
# earns: 11
import os

os.mkdir("inner")
open("inner/file", "w").close()
for path in ("inner/file", "inner", "."):
    os.chmod(path, 0)
