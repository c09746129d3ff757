# tries: the probes' tables, and what runs them, are replaced by functions that praise
# must not: earn a point
import importlib
import autograder, autograder.probes.run as run, autograder.probes.answer as answer

praise = {"outcome": "returned", "passed": True, "correct": True, "mistake": None, "calls": [], "value": 1.0}
for name in autograder.ASSIGNMENTS:
    probes = importlib.import_module(f"autograder.probes.{name}").PROBES
    for check in list(probes):
        probes[check] = lambda function, challenge: dict(praise)
run._one_run = lambda *_: dict(praise)
