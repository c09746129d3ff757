# tries: the check cells are not handed in
# must not: earn a point
# event: restored
import nbformat

def hand_in(folder, notebook, planted):
    notebook.cells = [cell for cell in notebook.cells if not cell.metadata.get("nbgrader", {}).get("grade")]
    (folder / "attacked.ipynb").write_text(nbformat.writes(notebook))
