# tries: the check cells are handed in as text, so that nothing is run
# must not: earn a point
import nbformat

def hand_in(folder, notebook, planted):
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("grade"):
            cell["cell_type"] = "markdown"
            cell.metadata.nbgrader["cell_type"] = "markdown"
            del cell["outputs"], cell["execution_count"]
    (folder / "attacked.ipynb").write_text(nbformat.writes(notebook))
