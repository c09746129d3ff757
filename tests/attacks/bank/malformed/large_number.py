# tries: a notebook with a number of a million digits, and others that are none
# must not: be lost
# functions: right
# ends: not appear to be JSON
import nbformat

def hand_in(folder, notebook, planted):
    text = nbformat.writes(notebook)
    (folder / "attacked.ipynb").write_text(text.replace('"nbformat": 4', '"a": NaN, "b": ' + "9" * 1_000_000 + ', "nbformat": 4'))
