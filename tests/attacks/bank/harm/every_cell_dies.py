# tries: twenty cells, of which each ends its kernel
# must not: be lost, or take the grader long
import nbformat
from nbformat.v4 import new_code_cell

def hand_in(folder, notebook, planted):
    ends = [new_code_cell("import os; os._exit(1)", id=f"end-{number}") for number in range(20)]
    notebook.cells = [notebook.cells[0], *ends, *notebook.cells[1:]]
    (folder / "attacked.ipynb").write_text(nbformat.writes(notebook))
