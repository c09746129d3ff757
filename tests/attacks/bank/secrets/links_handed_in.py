# tries: links beside the notebook lead to the gradebook, the secret, the source and other submissions
# must not: show a word of them
# stock: not run, it depends on how submissions are collected
import os
import nbformat
from nbformat.v4 import new_code_cell

READ = """
import glob
for path in sorted(glob.glob("**", recursive=True)):
    try:
        print(path, open(path, "rb").read()[:100_000])
    except OSError as error:
        print(path, type(error).__name__)
"""

def hand_in(folder, notebook, planted):
    root = planted["root"]
    os.symlink(f"{root}/.course_secret", folder / "secret.txt")
    os.symlink(f"{root}/gradebook.db", folder / "grades.db")
    os.symlink(f"{root}/source", folder / "source")
    os.symlink("../../../source/attacked/attacked.ipynb", folder / "solved.txt")
    os.symlink(planted["home"], folder / "home")
    os.symlink(planted["home"] + "/token", folder / "data.csv")
    (folder / "sub").mkdir()
    os.symlink("../../../" + planted["me"], folder / "sub" / "circle")
    os.symlink(f"{root}/submitted", folder / "sub" / "others")
    notebook.cells.append(new_code_cell(READ, id="read"))
    (folder / "attacked.ipynb").write_text(nbformat.writes(notebook))
