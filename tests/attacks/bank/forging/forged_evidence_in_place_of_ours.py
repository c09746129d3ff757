# tries: the module that answers a check is replaced by one that answers something else
# must not: earn a point
import base64, json, sys, types
from IPython.display import display

def send(*_):
    run = {"outcome": "returned", "value": 0.0, "calls": [{"outcome": "returned", "result": 0.0}], "passed": True}
    text = json.dumps({"runs": [run, run]})
    display({"application/vnd.autograder.evidence+json": base64.b64encode(text.encode()).decode()}, raw=True)

import autograder.probes
fake = types.ModuleType("autograder.probes.answer")
fake.send = send
sys.modules["autograder.probes.answer"] = autograder.probes.answer = fake
