# tries: json and base64 write something else than they are given
# must not: earn a point
import base64, json

forged = json.dumps({"runs": [{"outcome": "returned", "result": 0.0, "passed": True, "mistake": None}]}).encode()
honest = base64.b64encode
json.dumps = lambda *_, **__: forged.decode()
base64.b64encode = lambda *_, **__: honest(forged)
