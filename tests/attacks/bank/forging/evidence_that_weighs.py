# tries: evidence as large and as deep as may pass, so that judging it never ends
# must not: earn a point, or keep the grader for long
import base64, json
import numpy as np
import autograder.probes.answer as answer
from IPython.display import display

ARRAY = {"@array": "bool", "shape": [1, 8_000_000], "data": base64.b64encode(bytes(8_000_000)).decode()}
NUMBERS = [1e308] * 1_500_000
DEEP = 0
for _ in range(14):
    DEEP = [DEEP, {"@float": "nan"}]

def send(check, function):
    heavy = {"error_sum": NUMBERS, "entropy": ARRAY, "train_step": [DEEP] * 20_000}[function]
    one = {"outcome": "returned", "result": heavy, "value": heavy, "type": heavy, "after": heavy}
    run = {**one, "calls": heavy, "runs": heavy, "steps": heavy, "turns": heavy, "story": heavy}
    text = json.dumps({"runs": [run] * 2})
    if len(text) > 16 * 2**20:
        text = json.dumps({"runs": [{"calls": heavy, "outcome": "returned", "result": 0.0}]})
    display({answer.EVIDENCE_TYPE: base64.b64encode(text.encode()).decode()}, raw=True)

answer.send = send
