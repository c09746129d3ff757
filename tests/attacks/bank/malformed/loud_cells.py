# tries: a hundred and twenty cells, each of which prints as much as a cell may
# must not: fill the grader's memory or the notebook, or cost a point
# functions: right
# earns: 11
# event: output
# stock: not run, it would fill the machine's memory
import nbformat
from nbformat.v4 import new_code_cell

def hand_in(folder, notebook, planted):
    loud = "print('x' * 1_000_000)"
    notebook.cells += [new_code_cell(loud, id=f"loud-{number}") for number in range(120)]
    (folder / "attacked.ipynb").write_text(nbformat.writes(notebook))
