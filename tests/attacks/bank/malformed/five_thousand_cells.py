# tries: five thousand cells
# must not: cost a point
# functions: right
# earns: 11
import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell

def hand_in(folder, notebook, planted):
    notebook.cells += [new_markdown_cell(f"line {number}", id=f"text-{number}") for number in range(4700)]
    notebook.cells += [new_code_cell(f"{number}", id=f"code-{number}") for number in range(300)]
    (folder / "attacked.ipynb").write_text(nbformat.writes(notebook))
