# tries: a notebook in which everything is of another type than it should be
# must not: be lost
import json

def hand_in(folder, notebook, planted):
    odd = [None, 5, "x", [], {}, {"cell_type": 5, "source": {"a": 1}, "metadata": []}, {"cell_type": "code", "source": [1, None, "x = 1"]},
           {"cell_type": "code", "source": "1", "metadata": {"nbgrader": "x", "tags": {"a": 1}}, "outputs": "none", "id": 5},
           {"cell_type": "code", "source": "1", "metadata": {"nbgrader": {"grade_id": ["entropy"], "grade": "yes", "points": "many"}}},
           {"cell_type": "markdown", "source": "1", "attachments": {"a": {"image/png": 5}}},
           {"cell_type": "code", "source": "y = 1", "metadata": {"nbgrader": {"grade_id": "entropy", "grade": [], "solution": {}}}}]
    cells = [*odd, *json.loads(json.dumps(notebook.cells))]
    (folder / "attacked.ipynb").write_text(json.dumps({"cells": cells, "metadata": [], "nbformat": 4, "nbformat_minor": None}))
