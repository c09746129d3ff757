# tries: a notebook of version 3
# must not: cost a point
# functions: right
# earns: 11
import json
import nbformat

def hand_in(folder, notebook, planted):
    old = nbformat.convert(notebook, 3)
    (folder / "attacked.ipynb").write_text(nbformat.v3.writes_json(old))
