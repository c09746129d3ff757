# tries: the instructor's solutions are read from source/, wherever that may be
# must not: earn a point
import glob, json

for root in (planted["root"], "../../..", "/proc/1/cwd", "/proc/self/cwd/../../.."):
    for path in glob.glob(root + "/source/attacked/*.ipynb"):
        cells = json.load(open(path))["cells"]
        solved = ["".join(cell["source"]) for cell in cells if cell["metadata"]["nbgrader"]["solution"]]
# %% error_sum
try:
    exec(solved[0])
except NameError:
    print("nothing found")
# %% entropy
try:
    exec(solved[1])
except NameError:
    print("nothing found")
# %% train_step
try:
    exec(solved[2])
except NameError:
    print("nothing found")
