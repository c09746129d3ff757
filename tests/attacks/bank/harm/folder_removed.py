# tries: the current folder is emptied, and removed if that can be
# must not: cost more than that cell
# functions: right
# earns: 11
import os, shutil

shutil.rmtree(".", ignore_errors=True)
try:
    os.rmdir(os.getcwd())
except OSError as error:
    print(type(error).__name__)
