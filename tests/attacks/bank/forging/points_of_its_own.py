# tries: the notebook says that its checks are worth a thousand points, and brings some more
# must not: earn a point
import nbformat
from nbformat.v4 import new_code_cell

def hand_in(folder, notebook, planted):
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("grade"):
            cell.metadata.nbgrader["points"] = 1000
    record = {"grade": True, "solution": False, "locked": True, "task": False, "schema_version": 3, "points": 100}
    notebook.cells.append(new_code_cell("100", metadata={"nbgrader": {**record, "grade_id": "bonus"}}))
    notebook.cells.append(new_code_cell("5", metadata={"nbgrader": {**record, "grade_id": "entropy", "points": 5}}))
    (folder / "attacked.ipynb").write_text(nbformat.writes(notebook))
