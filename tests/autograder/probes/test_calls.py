"""The evidence of one call says what happened, and the function cannot reach the challenge."""

import numpy as np
import pytest
import torch

from autograder.probes.calls import call, probe_calls
from autograder.probes.surroundings import OutOfTime


def test_a_value_is_described_and_untouched_inputs_are_not_reported():
    told = call(lambda p, base=2: sum(p) * base, [[0.25, 0.75]], {"base": 3})
    assert told["outcome"] == "value"
    assert told["value"]["array"] == 3.0
    assert told["modified"] == []


def test_a_changed_input_is_reported_by_position_or_name_and_the_challenge_keeps_its_own():
    def spoil(p, q):
        p[0] = 9.0
        q.sort()
        return 0

    p, q = np.array([0.5, 0.5]), [2, 1]
    assert call(spoil, [p], {"q": q})["modified"] == ["0", "q"]
    assert p.tolist() == [0.5, 0.5]
    assert q == [2, 1]


def test_an_exception_is_quoted_with_the_students_line():
    namespace: dict = {}
    exec(compile("def f(p):\n    return 1 / p\n", "<cell>", "exec"), namespace)
    told = call(namespace["f"], [0], {})
    assert (told["outcome"], told["type"], told["text"]) == ("raised", "ZeroDivisionError", "division by zero")


def test_a_call_that_does_not_fit_is_told_apart_from_a_type_error_inside():
    assert call(lambda probabilities: 0, [], {"p": 1}) == {"outcome": "arguments", "text": "(probabilities)"}
    assert call(lambda p: p + "a", [1], {})["outcome"] == "raised"


@pytest.mark.parametrize("error", [SystemExit(1), KeyboardInterrupt(), RecursionError("deep"), StopIteration()])
def test_whatever_is_raised_becomes_evidence(error):
    def f():
        raise error

    assert call(f, [], {})["outcome"] == "raised"


def test_an_exception_whose_text_raises_becomes_evidence():
    class Nasty(Exception):
        def __str__(self):
            raise RuntimeError

    def f():
        raise Nasty

    assert call(f, [], {})["type"] == "Nasty"


def test_a_missing_function_and_a_stub_are_undefined():
    def stub(p):
        raise NotImplementedError

    assert call(None, [1], {}) == {"outcome": "undefined"}
    assert call(stub, [1], {}) == {"outcome": "undefined"}


def test_memory_running_out_has_its_own_outcome():
    def f():
        raise MemoryError

    assert call(f, [], {}) == {"outcome": "memory"}


def test_memory_that_torch_does_not_get_has_the_same_outcome():
    assert call(lambda: torch.empty(10**14), [], {}) == {"outcome": "memory"}  # more than a process can address


def test_no_further_call_waits_after_one_that_ran_out_of_time():
    made = []

    def f(x):
        made.append(x)
        if x == 1:
            raise OutOfTime
        return x

    told = probe_calls(f, {"calls": [{"args": [x], "kwargs": {}} for x in range(4)]})
    assert [one["outcome"] for one in told["calls"]] == ["value", "timeout"]
    assert made == [0, 1]
