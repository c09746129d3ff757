# tries: cells without metadata, ids, outputs and kinds, so that no function has its name any more
# must not: be lost, or cost a point
# functions: right
# earns: 11
# event: restored
import json

def hand_in(folder, notebook, planted):
    cells = [{"cell_type": "code", "source": cell.source} for cell in notebook.cells]
    (folder / "attacked.ipynb").write_text(json.dumps({"cells": cells}))
