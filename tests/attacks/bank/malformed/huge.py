# tries: a notebook of 30 MB
# must not: be lost
# ends: MiB
import nbformat
from nbformat.v4 import new_markdown_cell

def hand_in(folder, notebook, planted):
    notebook.cells.append(new_markdown_cell("x" * 30_000_000, id="long"))
    (folder / "attacked.ipynb").write_text(nbformat.writes(notebook))
