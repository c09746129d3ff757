# tries: the check cells hold `pass`, with their names, points and checksums as they were
# must not: earn a point
import nbformat

def hand_in(folder, notebook, planted):
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("grade"):
            cell.source = "pass"
            cell.metadata.nbgrader["locked"] = False
    (folder / "attacked.ipynb").write_text(nbformat.writes(notebook))
