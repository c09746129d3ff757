# tries: the checks are handed in with the outputs of full marks, and the notebook with a report of its own
# must not: earn a point
import nbformat
from nbformat.v4 import new_output

def hand_in(folder, notebook, planted):
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("grade"):
            points = cell.metadata.nbgrader.points
            told = {"check": cell.metadata.nbgrader.grade_id, "points": points, "max_points": points, "mistake": None}
            told |= {"message": "Right.", "hint": ""}
            data = {"application/vnd.autograder.verdict+json": told, "text/plain": f"{points}"}
            cell.outputs = [new_output("execute_result", data=data, execution_count=1)]
    notebook.metadata["autograder"] = {"version": 1, "protected": True, "events": [], "points": 11, "tries": 1}
    (folder / "attacked.ipynb").write_text(nbformat.writes(notebook))
