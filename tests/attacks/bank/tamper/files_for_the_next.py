# tries: files are left for the next student in every folder that all may write to
# must not: be there for the next
# stock: not run, they would stay on the machine
import os, sys

for place in ("/tmp", "/var/tmp", "/dev/shm", "/run", "/", planted["root"], planted["runtime"], planted["home"], "..", sys.prefix):
    try:
        with open(os.path.join(place, planted["mark"]), "w") as file:
            file.write("canary: from the student before")
    except OSError as error:
        print(type(error).__name__)
