"""Every limit, gone over by a function and by a cell: that loses its own points by name, and nothing else any."""

import textwrap

import pytest

from autograder.grading import swelling
from autograder.kernels import confine
from autograder.kernels.limits import Limits
from tests.autograder.grading.notebooks import ERROR_SUM, KERNEL, Graded, check, run

pytestmark = [
    pytest.mark.skipif(KERNEL == "python3", reason="no kernel is installed that limits anything"),
    pytest.mark.skipif(not confine.enough(confine.layers()), reason="this machine cannot confine student code"),
]
SMALL = Limits(wall_per_cell_s=4, memory_mib=300, processes=24, scratch_mib=8)
PATIENT = Limits(wall_per_cell_s=20, memory_mib=200, processes=24, scratch_mib=8)
SOFTMAX = """
import numpy as np
def softmax(z):
    e = np.exp(z - np.max(z, axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)
"""
ENDLESS = """
import time, zmq
publisher = get_ipython().kernel.iopub_thread.socket
part = bytes(16 << 20)
for _ in range(60):
    publisher.send(part, zmq.SNDMORE, copy=False)
time.sleep(15)
"""
BLIND_SPOT = "def blind_spot(t):\n    return np.roll(t, 1)"
HARM: dict[str, tuple[str, Limits, str, str]] = {  # what is done under which limits; a mistake; an error or event
    "memory of 3 GiB at once": ("bytearray(3 * 2**30)", Limits(), "error.memory", "MemoryError"),
    "memory that grows": (
        "grown = []\nwhile True: grown.append(bytearray(b'x' * 2**20))",
        PATIENT,
        "error.memory",
        "MemoryError",
    ),
    "memory of children": (
        "import os, time\nfor _ in range(4):\n"
        "    if not os.fork():\n        kept = b'x' * (80 * 2**20); time.sleep(600)\ntime.sleep(600)",
        PATIENT,
        "error.memory",
        "DeadKernelError",
    ),
    "one large file": ("open('large', 'wb').write(bytes(9 * 2**20))", SMALL, "error.exception", "OSError"),
    "many files": (
        "for number in range(40): open(f'{number}', 'wb').write(bytes(2**19))",
        SMALL,
        "error.exception",
        "OSError",
    ),
    "threads": (
        "import threading, time\n"
        "for _ in range(100): threading.Thread(target=time.sleep, args=(600,), daemon=True).start()",
        SMALL,
        "error.exception",
        "RuntimeError",
    ),
    "processes": (
        "import subprocess\nstarted = [subprocess.Popen(['sleep', '600']) for _ in range(100)]",
        SMALL,
        "error.exception",
        "BlockingIOError",
    ),
    "displays without end": (
        "from IPython.display import display\nwhile True: display('x' * 100_000)",
        Limits(),
        "error.died",
        "output",
    ),
    "a loop that swallows every interrupt": (
        "while True:\n    try:\n        while True: pass\n    except BaseException: pass",
        SMALL,
        "error.timeout",
        "CellTimeoutError",
    ),
}


@pytest.mark.parametrize("harm", HARM)
def test_function_over_a_limit_loses_its_own_check_by_name_and_no_other(harm: str) -> None:
    body, limits, mistake, _ = HARM[harm]
    function = f"def error_sum(t, o):\n{textwrap.indent(body, '    ')}\n    return float(sum(t) - sum(o))"
    done = around(function, limits)
    assert results(done) == [("check_softmax", 4, None), ("check_error_sum", 0, mistake), ("check_blind_spot", 2, None)]
    assert shown_last(done) == "array([1.])"


@pytest.mark.parametrize("harm", HARM)
def test_cell_over_a_limit_says_so_and_costs_no_point_before_or_after_it(harm: str) -> None:
    body, limits, _, told = HARM[harm]
    done = around(body, limits, ERROR_SUM)
    assert [points for _, points, _ in results(done)] == [4, 2, 2]
    assert told in [*done.errors(2), *done.kinds()]
    assert shown_last(done) == "array([1.])"


@pytest.mark.parametrize("trouble", ["bytearray(3 * 2**30)", "while True: pass"])
def test_check_that_a_starved_kernel_does_not_answer_is_asked_once_more_in_a_fresh_one(trouble: str) -> None:
    silenced = f"import autograder.probes.answer as answer\nanswer.send = lambda *asked: None\n{trouble}"
    done = around(silenced, SMALL, ERROR_SUM)
    assert [points for _, points, _ in results(done)] == [4, 2, 2]


def test_cell_that_a_spoiled_kernel_gives_no_time_is_run_once_more_in_a_fresh_one() -> None:
    spoils = "spoiled = True\nwhile True: pass"
    needs_time = f"if 'spoiled' in globals():\n    while True: pass\n{ERROR_SUM}"
    done = around(spoils, SMALL, needs_time)
    assert [points for _, points, _ in results(done)] == [4, 2, 2]
    assert done.errors(3) == []


def around(harmful: str, limits: Limits, *after: str) -> Graded:
    """A notebook whose first check has passed when the harmful cell comes, and whose last one is still to be asked."""
    first, last = (SOFTMAX, check("check_softmax", 4)), (BLIND_SPOT, check("check_blind_spot"), "softmax([0])")
    return run(*first, harmful, *after, check("check_error_sum"), *last, limits=limits)


def results(done: Graded) -> list[tuple[str, float, str | None]]:
    """Check, points and mistake of each verdict."""
    told = [done.verdict(name) for name in ("check_softmax", "check_error_sum", "check_blind_spot")]
    return [(one["check"], one["points"], one["mistake"]) for one in told]


def shown_last(done: Graded) -> str:
    """What the last cell shows."""
    return done.cells[-1].outputs[0].data["text/plain"]


def test_message_without_an_end_is_cut_off_when_it_has_filled_what_this_process_may_grow_by(monkeypatch) -> None:
    monkeypatch.setattr(swelling, "MOST_MIB", 250)
    done = run(ERROR_SUM, ENDLESS, check("check_error_sum"), limits=PATIENT)
    assert done.kinds() == ["output"]
    assert done.verdict("check_error_sum")["points"] == 2
