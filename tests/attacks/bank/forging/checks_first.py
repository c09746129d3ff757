# tries: the check cells stand above the functions, which a cell there defines rightly and later ones spoil
# must not: earn a point
import nbformat

def hand_in(folder, notebook, planted):
    checks = [cell for cell in notebook.cells if cell.metadata.get("nbgrader", {}).get("grade")]
    notebook.cells = checks + [cell for cell in notebook.cells if cell not in checks]
    (folder / "attacked.ipynb").write_text(nbformat.writes(notebook))
