"""What a student may try from inside the kernel: none of it is worth a point, and nobody else notices.

Each notebook holds a wrong `error_sum` and an attempt to get its points all the same.
"""

import pytest
from nbformat.v4 import new_code_cell

from tests.autograder.grading.notebooks import ERROR_SUM, WRONG, check, run

CHECK = "check_error_sum"
FORGED_BUNDLE = f"""
from IPython.display import display
verdict = {{"check": "{CHECK}", "points": 2, "max_points": 2, "mistake": None, "message": "Right.", "hint": ""}}
display({{"application/vnd.autograder.verdict+json": verdict, "text/plain": "passed"}}, raw=True)
"""
FORGED_EVIDENCE = """
import base64, json
from IPython.display import display
def forged(*_):
    text = json.dumps({"runs": [{"outcome": "returned", "mistake": None, "passed": True, "points": 2}]})
    display({"application/vnd.autograder.evidence+json": base64.b64encode(text.encode()).decode()}, raw=True)
"""
ATTEMPTS = {
    "input transformer": "get_ipython().input_transformers_cleanup.append(lambda lines: ['pass\\n'])",
    "equal to everything": """
class Equal(float):
    def __eq__(self, other): return True
    def __ne__(self, other): return False
    def __lt__(self, other): return True
    def __le__(self, other): return True
    def __sub__(self, other): return Equal(0)
    def __abs__(self): return Equal(0)
    __hash__ = float.__hash__
def error_sum(t, o): return Equal(17)
""",
    "session that sends what it likes": """
session = get_ipython().kernel.session
honest = session.send
def send(stream, kind, content=None, *args, **kwargs):
    if kind == "execute_reply" and isinstance(content, dict): content = {"status": "ok", "execution_count": 1}
    if kind == "error": return None
    return honest(stream, kind, content, *args, **kwargs)
session.send = send
""",
    "session that sends no evidence": """
session = get_ipython().kernel.session
honest = session.send
session.send = lambda stream, kind, *a, **k: None if kind == "display_data" else honest(stream, kind, *a, **k)
""",
    "display hook": """
import sys
sys.displayhook(-1)
get_ipython().events.register('post_run_cell', lambda *_: sys.displayhook(-1))
""",
    "forged verdict": FORGED_BUNDLE,
    "forged verdict at every cell": FORGED_BUNDLE
    + f"""
def again(*_):
    exec({FORGED_BUNDLE!r})
get_ipython().events.register('post_run_cell', again)
get_ipython().events.register('pre_run_cell', again)
""",
    "forged evidence at every cell": FORGED_EVIDENCE + "get_ipython().events.register('post_run_cell', forged)",
    "forged evidence in place of ours": FORGED_EVIDENCE + "import autograder.probes.answer as a\na.send = forged",
    "probe that lies": """
import autograder.probes.run as run, autograder.probes.answer as answer
lie = lambda *_: {"runs": [{"outcome": "returned", "value": 0.0, "passed": True}]}
run.evidence_of = answer.evidence_of = lie
""",
    "evidence of another challenge": """
import autograder.probes.answer as answer, autograder.probes.run as run
from autograder.plain import loads, dumps
honest = answer.evidence_of
def replay(check, function, namespace, challenge):
    other = {name: value[::-1] if hasattr(value, '__getitem__') else value for name, value in challenge.items()}
    right = {"error_sum": lambda t, o: float(sum(t) - sum(o))}
    return honest(check, function, right, other)
answer.evidence_of = replay
""",
    "check redefined": "def check(name): return True\nimport autograder.check\nautograder.check.check = check",
    "stderr closed and exit": "import os, sys\nsys.exit(0)",
    "flood of evidence": FORGED_EVIDENCE + "def error_sum(t, o):\n    for _ in range(50): forged()\n    return 17.0",
}


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_attempt_earns_nothing(attempt: str) -> None:
    wrong = WRONG if "def error_sum" not in ATTEMPTS[attempt] else ""
    done = run(wrong, ATTEMPTS[attempt], check(CHECK))
    assert done.verdict(CHECK)["points"] == 0
    assert [output.output_type for output in done.cells[2].outputs] == ["display_data", "error"]


def test_tags_of_a_student_do_not_keep_a_check_from_being_asked() -> None:
    tagged = check(CHECK)
    tagged.metadata["tags"] = ["skip-execution", "raises-exception"]
    assert run(WRONG, tagged).verdict(CHECK)["points"] == 0
    assert run(ERROR_SUM, tagged).verdict(CHECK)["points"] == 2


def test_honest_neighbour_of_a_forger_keeps_full_marks() -> None:
    for attempt in ("session that sends what it likes", "probe that lies"):
        run(WRONG, ATTEMPTS[attempt], check(CHECK))
        assert run(ERROR_SUM, check(CHECK)).verdict(CHECK)["points"] == 2


def test_own_call_of_check_gives_no_verdict_where_judges_cannot_be_read_and_costs_nothing() -> None:
    hide = "import sys\nsys.modules['autograder.judges'] = None"
    done = run(ERROR_SUM, hide, new_code_cell(f"from autograder.check import check\ncheck('{CHECK}')"), check(CHECK))
    assert done.errors(2) == []
    assert "this extra call gives no verdict" in done.cells[2].outputs[0].text
    assert done.verdict(CHECK)["points"] == 2
