# tries: links beside the notebook make the grader write over the gradebook and the source when it keeps files
# must not: change a file
# stock: not run, it would write over the course
import os, shutil

root = planted["root"]
for name, aim in (("attacked.ipynb", "/source/attacked/attacked.ipynb"), ("grades.csv", "/gradebook.db"), ("results", "/source"),
                  ("log.txt", "/.course_secret"), ("submitted", "/submitted")):
    try:
        if os.path.lexists(name):
            os.unlink(name)
        os.symlink(root + aim, name)
    except OSError as error:
        print(type(error).__name__)
for path in ("results/attacked.txt", "submitted/new.txt", "grades.csv"):
    try:
        open(path, "w").write("overwritten")
    except OSError as error:
        print(type(error).__name__)
here = os.getcwd()
os.makedirs("folder", exist_ok=True)
os.rename("folder", "was")
os.symlink(root + "/source", "folder")
