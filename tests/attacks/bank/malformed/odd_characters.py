# tries: half characters, zeros, colours, and lines that look like their end, in text, names and ids
# must not: cost a point
# functions: right
# earns: 11
import json

def hand_in(folder, notebook, planted):
    tree = json.loads(json.dumps(notebook))
    odd = "\ud83d \x00 \x1b[31m \u2028 \u202e \r \x0c \ufeff \U0010ffff"
    tree["cells"] += [{"cell_type": "markdown", "source": odd, "metadata": {odd: odd}, "id": odd},
                      {"cell_type": "code", "source": odd, "metadata": {}, "outputs": [], "id": "odd"},
                      {"cell_type": "raw", "source": [odd, odd], "metadata": {"nbgrader": {"grade_id": odd}}, "id": "odd2"}]
    tree["metadata"][odd] = odd
    (folder / "attacked.ipynb").write_text(json.dumps(tree))
