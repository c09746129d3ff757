# tries: fifty thousand cells, all of one name and with one id
# must not: keep the class waiting
# ends: cells
import json

def hand_in(folder, notebook, planted):
    tree = json.loads(json.dumps(notebook))
    record = {"grade_id": "entropy", "grade": False, "solution": True, "locked": False, "schema_version": 3}
    tree["cells"] += [{"cell_type": "raw", "id": "a", "metadata": {"nbgrader": record}}] * 50_000
    (folder / "attacked.ipynb").write_text(json.dumps(tree))
