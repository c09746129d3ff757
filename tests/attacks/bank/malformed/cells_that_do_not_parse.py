# tries: code that is no Python, in every way there is
# must not: cost more than those cells
# functions: right
# earns: 11
import nbformat
from nbformat.v4 import new_code_cell

def hand_in(folder, notebook, planted):
    odd = ["def", "%%nosuchmagic\nx", "!exit 1", "?", "\x00", "(" * 5000, "x = " + "-" * 100_000 + "1", "%%javascript\nalert(1)",
           "await 5", "yield", "return", "\t \n  x\n y", "𝒙 = 1; del x", "%reset -f", "%%bash\nexit 3", "%run nothing.py", "%pdb on"]
    last = [new_code_cell(source, id=f"odd-{number}") for number, source in enumerate(odd)]
    first = [new_code_cell(source, id=f"first-{number}") for number, source in enumerate(odd[:8])]
    notebook.cells = [notebook.cells[0], *first, *notebook.cells[1:], *last]
    (folder / "attacked.ipynb").write_text(nbformat.writes(notebook))
