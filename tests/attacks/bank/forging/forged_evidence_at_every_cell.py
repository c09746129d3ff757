# tries: display messages of the evidence's type, before and after every cell
# must not: earn a point
import base64, json
from IPython.display import display

def forge(*_):
    run = {"outcome": "returned", "value": 0.0, "calls": [], "mistake": None, "passed": True, "points": 5}
    text = json.dumps({"runs": [run], "mistake": None, "points": 5, "passed": True})
    display({"application/vnd.autograder.evidence+json": base64.b64encode(text.encode()).decode()}, raw=True)

forge()
for event in ("pre_run_cell", "post_run_cell"):
    get_ipython().events.register(event, forge)
