# tries: tags on the check cells keep them from being run
# must not: earn a point
import nbformat

def hand_in(folder, notebook, planted):
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("grade"):
            cell.metadata["tags"] = ["skip-execution", "raises-exception", "remove-cell"]
    (folder / "attacked.ipynb").write_text(nbformat.writes(notebook))
