# tries: installed packages, the interpreter's path files and the course's own code are changed
# must not: change a file
# stock: not run, it would change the environment
import autograder, numpy, os, sys

site = os.path.dirname(os.path.dirname(numpy.__file__))
targets = [numpy.__file__, autograder.__file__, site + "/evil.pth", site + "/" + planted["mark"], sys.prefix + "/pyvenv.cfg",
           sys.executable, os.path.dirname(autograder.__file__) + "/judges/__init__.py", sys.prefix + "/bin/nbgrader"]
for path in targets:  # files that are there are opened, and left as they are
    for mode in ("a", "r+"):
        try:
            open(path, mode).close()
            print("".join(planted["won"]), path)
        except OSError as error:
            print(type(error).__name__)
    for change in (os.utime, lambda path: os.link(path, path + "~"), lambda path: os.chmod(path, os.stat(path).st_mode)):
        try:
            change(path)
            print("".join(planted["won"]), path)
        except OSError:
            pass
