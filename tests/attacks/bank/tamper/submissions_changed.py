# tries: other submissions, and their grades, are changed or removed
# must not: change a file
# stock: not run, it would remove the class
import glob, os, shutil

for root in (planted["root"], "../../.."):
    for path in (*glob.glob(root + "/submitted/*"), root + "/submitted", root + "/autograded", root + "/release"):
        shutil.rmtree(path, ignore_errors=True)
        try:
            os.makedirs(path + "/new")
        except OSError as error:
            print(type(error).__name__)
