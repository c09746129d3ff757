# tries: a notebook in UTF-16
# must not: be lost
# functions: right
# ends: not appear to be JSON
import nbformat

def hand_in(folder, notebook, planted):
    (folder / "attacked.ipynb").write_bytes(nbformat.writes(notebook).encode("utf-16"))
