# tries: a second notebook, of another name, lies beside the one that was asked for
# must not: cost a point
# functions: right
# earns: 11
import nbformat

def hand_in(folder, notebook, planted):
    for name in ("attacked.ipynb", "attacked-Copy1.ipynb", "scratch.ipynb"):
        (folder / name).write_text(nbformat.writes(notebook))
