"""One notebook graded: what a cell does costs that cell, and nothing else."""

from nbgrader.utils import determine_grade

from autograder.grading.notebook import Run
from autograder.judges.finding import VERDICT_TYPE
from autograder.kernels.limits import Limits
from tests.autograder.grading.notebooks import ERROR_SUM, WRONG, check, graded, run

CHECK = "check_error_sum"
ENDS = "error_sum = lambda t, o: __import__('os')._exit(3)"
SWALLOWS = """
import time
while True:
    try:
        time.sleep(60)
    except BaseException:
        pass
"""
SOFTMAX = """
import numpy as np
def softmax(z):
    e = np.exp(z - np.max(z, axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)
"""


def test_right_function_earns_its_points_and_a_wrong_one_the_name_of_its_mistake_and_the_error_of_home() -> None:
    assert run(ERROR_SUM, check(CHECK)).verdict(CHECK)["points"] == 2
    wrong = run(WRONG, check(CHECK))
    assert wrong.verdict(CHECK)["points"] == 0
    shown, error = wrong.cells[1].outputs
    assert VERDICT_TYPE in shown.data
    assert (error.ename, len(error.traceback)) == ("CheckFailed", 1)
    assert error.evalue == shown.data["text/plain"]


def test_student_cells_show_what_they_showed_at_home() -> None:
    done = run(
        "print('a')\nprint('b')", "41 + 1", "1 / 0", "import warnings\nwarnings.warn('careful')", "   ", "input()"
    )
    assert [output.text for output in done.cells[0].outputs] == ["a\nb\n"]
    assert [output.data["text/plain"] for output in done.cells[1].outputs] == ["42"]
    assert done.errors(2) == ["ZeroDivisionError"]
    assert any("\x1b[" in line for line in done.cells[2].outputs[0].traceback)
    assert done.cells[3].outputs[0].name == "stderr"
    assert done.cells[4].outputs == []
    assert done.errors(5) == ["StdinNotImplementedError"]


def test_regrade_gives_the_same_notebook_and_another_student_another_challenge() -> None:
    spy = "asked = []\ndef error_sum(t, o):\n    asked.append(float(t[0]))\n    return float(sum(t) - sum(o))"
    show = "print(asked)"
    once, again = (run(spy, check(CHECK), show) for _ in range(2))
    other = run(spy, check(CHECK), show, secret=b"t" * 32)
    assert once.cells == again.cells
    assert once.cells[2].outputs != other.cells[2].outputs
    assert once.verdict(CHECK) == other.verdict(CHECK)


def test_files_lie_beside_the_notebook_and_new_ones_are_kept_but_no_notebook_and_nothing_hidden() -> None:
    write = "for name in ('new.txt', 'new.ipynb', '.hidden', 'data.txt'):\n    open(name, 'w').write(name)"
    files = {"data.txt": b"17", "sub/more.txt": b"4"}
    done = run("print(open('data.txt').read(), open('sub/more.txt').read())", write, files=files)
    assert done.cells[0].outputs[0].text == "17 4\n"
    assert done.outcome.files == {"new.txt": b"new.txt"}


def test_endless_cell_is_stopped_and_the_rest_is_graded() -> None:
    done = run(ERROR_SUM, "while True: pass", check(CHECK), limits=Limits(wall_per_cell_s=1.5))
    assert "CellTimeoutError" in done.errors(1)
    assert done.verdict(CHECK)["points"] == 2
    assert done.told["events"] == [{"kind": "timeout", "cell": 1, "text": "over 1.5 s"}]


def test_function_that_calls_itself_for_ever_is_told_with_its_traceback_long_before_its_time_is_up() -> None:
    done = run("def f(n):\n    return f(n + 1)\nf(0)", ERROR_SUM, check(CHECK))
    assert done.errors(0) == ["RecursionError"]
    assert done.told["events"] == []
    assert done.verdict(CHECK)["points"] == 2


def test_cell_that_swallows_the_interrupt_loses_its_kernel_and_nothing_else() -> None:
    done = run(ERROR_SUM, SWALLOWS, check(CHECK), limits=Limits(wall_per_cell_s=1.5))
    assert "CellTimeoutError" in done.errors(1)
    assert done.verdict(CHECK)["points"] == 2


def test_function_that_ends_the_kernel_costs_its_check_alone() -> None:
    done = run(
        SOFTMAX,
        check("check_softmax", 4),
        ENDS,
        check(CHECK),
        "def blind_spot(t):\n    return softmax([0, 0])",
        check("check_blind_spot"),
        "softmax([0])",
    )
    assert done.verdict("check_softmax")["points"] == 4
    assert (done.verdict(CHECK)["points"], done.verdict(CHECK)["mistake"]) == (0, "error.died")
    assert done.verdict("check_blind_spot")["mistake"] != "error.undefined"
    assert done.cells[6].outputs[0].data["text/plain"] == "array([1.])"
    assert done.kinds() == ["died"]


def test_cell_that_ends_the_kernel_is_not_run_again_and_leaves_the_earlier_ones_in_place() -> None:
    done = run(ERROR_SUM, "import os; os._exit(0)", check(CHECK), "error_sum([1], [1])")
    assert done.errors(1) == ["DeadKernelError"]
    assert done.verdict(CHECK)["points"] == 2
    assert done.cells[3].outputs[0].data["text/plain"] == "0.0"


def test_notebook_that_ends_every_kernel_is_given_up_with_a_verdict_for_each_check() -> None:
    ends = "import os; os._exit(1)"
    done = run(*[ends] * 9, ERROR_SUM, check(CHECK))
    assert done.verdict(CHECK)["mistake"] == "error.died"


def test_notebook_whose_time_is_over_gets_a_verdict_for_each_check_that_is_left() -> None:
    limits = Limits(wall_per_cell_s=9, wall_per_notebook_s=1.5)
    done = run(ERROR_SUM, "while True: pass", check(CHECK), limits=limits)
    assert done.verdict(CHECK)["mistake"] == "error.timeout"


def test_output_is_kept_up_to_its_limit_and_the_cell_runs_on() -> None:
    done = run("print('y' * 3_000_000); error_sum = lambda t, o: float(sum(t) - sum(o))", check(CHECK))
    assert sum(len(output.text) for output in done.cells[0].outputs) < 2**20
    assert done.kinds() == ["output"]
    assert done.verdict(CHECK)["points"] == 2


def test_assertions_of_an_instructor_work_as_in_nbgrader_and_are_listed_as_unprotected() -> None:
    cells = [
        graded(source, name, 3)
        for name, source in (
            ("right", "assert error_sum([1], [0]) == 1"),
            ("wrong", "assert error_sum([1], [0]) == 2"),
            ("partial", "1.5"),
            ("above", "17"),
            ("text", "'well done'"),
            ("nan", "float('nan')"),
        )
    ]
    done = run(ERROR_SUM, *cells)
    assert done.told["unprotected_checks"] == ["right", "wrong", "partial", "above", "text", "nan"]
    scores = [determine_grade(cell)[0] for cell in done.cells[1:]]
    assert scores[:4] == [3, 0, 1.5, 3]
    assert all(0 <= score <= 3 for score in scores)


def test_kernel_that_cannot_start_is_the_sandboxs_fault_and_is_tried_three_times() -> None:
    outcome = run(ERROR_SUM, kernel="no-such-kernel").outcome
    assert outcome.notebook is None
    assert outcome.tries == 3
    assert "no-such-kernel" in outcome.failure


def test_fault_of_the_grader_is_the_reason_why_there_is_no_grade_and_ends_nothing_else(monkeypatch) -> None:
    def broken(self, asked):
        raise RuntimeError("a pipe has burst")

    monkeypatch.setattr(Run, "_question", broken)
    outcome = run(ERROR_SUM, check(CHECK)).outcome
    assert outcome.notebook is None
    assert outcome.failure == "the grader failed: RuntimeError('a pipe has burst')"
