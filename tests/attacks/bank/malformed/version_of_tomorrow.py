# tries: a notebook that says it is of version 5.7, or of none
# must not: cost a point
# functions: right
# earns: 11
import json

def hand_in(folder, notebook, planted):
    tree = json.loads(json.dumps(notebook))
    tree["nbformat"], tree["nbformat_minor"] = 5, "seven"
    (folder / "attacked.ipynb").write_text(json.dumps(tree))
