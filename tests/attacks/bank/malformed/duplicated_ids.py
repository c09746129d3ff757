# tries: every cell has the same id, and solutions stand there twice
# must not: cost a point
# functions: right
# earns: 11
import copy
import json

def hand_in(folder, notebook, planted):
    tree = json.loads(json.dumps(notebook))
    twice = [copy.deepcopy(cell) for cell in tree["cells"] if cell["metadata"].get("nbgrader", {}).get("solution")]
    tree["cells"] = [tree["cells"][0], *twice, *tree["cells"][1:]]
    for cell in tree["cells"]:
        cell["id"] = "same"
    (folder / "attacked.ipynb").write_text(json.dumps(tree))
