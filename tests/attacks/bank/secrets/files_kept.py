# tries: a file left beside the notebook carries what the student could not see to where it can be fetched
# must not: carry a word of it
import os, shutil

for number, path in enumerate((planted["home"] + "/token", planted["root"] + "/.course_secret", "/etc/shadow", "/proc/1/environ")):
    for how in (shutil.copy, shutil.move, os.rename):
        try:
            how(path, f"kept{number}.txt")
        except OSError as error:
            print(type(error).__name__)
os.mkfifo("pipe")
os.mkdir("attacked.ipynb") if not os.path.exists("attacked.ipynb") else None
open("\udcff\n name", "w").write("odd")
