# tries: a notebook of which the second half is missing
# must not: be lost
# ends: not appear to be JSON
import nbformat

def hand_in(folder, notebook, planted):
    text = nbformat.writes(notebook)
    (folder / "attacked.ipynb").write_text(text[: len(text) // 2])
