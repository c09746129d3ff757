# tries: the judges are replaced in sys.modules by some that always pass
# must not: earn a point
import sys, types

def passed(name, *_):
    points = {"check_error_sum": 2, "check_entropy": 5, "check_train_step": 4}.get(name, 5)
    told = dict(check=name, points=points, max_points=points, mistake=None, message="Right.", hint="", passed=True)
    return types.SimpleNamespace(**told)

for name in ("autograder.judges", "autograder.judges.decide", "autograder.judges.finding"):
    sys.modules[name] = types.ModuleType(name)
sys.modules["autograder.judges.decide"].decide = lambda check, *_: passed(check)
sys.modules["autograder.judges.decide"].find_check = lambda name: types.SimpleNamespace(name=name, function="f")
sys.modules["autograder.judges.decide"].challenge_for = lambda *_: {}
import autograder.check, autograder.card
autograder.check.verdict = passed
autograder.card.outputs = lambda *_: {"text/plain": "passed"}
