# tries: each check stands there twice: as it was, and as a cell that passes
# must not: earn a point
# event: duplicate
import copy
import nbformat

def hand_in(folder, notebook, planted):
    cells = []
    for cell in notebook.cells:
        cells.append(cell)
        if cell.metadata.get("nbgrader", {}).get("grade"):
            again = copy.deepcopy(cell)
            again.source, again.id = "5", cell.id + "-again"
            first = copy.deepcopy(again)
            first.id += "-first"
            cells = [first, *cells, again]
    notebook.cells = cells
    (folder / "attacked.ipynb").write_text(nbformat.writes(notebook))
