"""The evidence of a check: one run in an ordinary kernel, two where the notebook changed how arithmetic behaves."""

import warnings

import numpy as np
import pytest

from autograder import ASSIGNMENTS
from autograder.judges.decide import find_check
from autograder.probes import run, surroundings

CHALLENGE = {"calls": [{"args": [[0.5, 0.5]], "kwargs": {}}]}


@pytest.fixture(autouse=True)
def ordinary_kernel():
    """Warnings are errors in this suite; in a kernel they are not."""
    with warnings.catch_warnings(record=True):
        warnings.resetwarnings()
        yield


def test_an_ordinary_notebook_is_run_once():
    told = run.evidence_of("check_entropy", "entropy", {"entropy": sum}, CHALLENGE)
    assert [one["calls"][0]["value"]["array"] for one in told["runs"]] == [1.0]


def test_changed_error_modes_are_run_as_they_are_and_as_in_a_fresh_kernel():
    def entropy(p):
        return np.log(np.array(0.0))

    with np.errstate(divide="raise"):
        told = run.evidence_of("check_entropy", "entropy", {"entropy": entropy}, CHALLENGE)
    assert [one["calls"][0]["outcome"] for one in told["runs"]] == ["raised", "value"]


def test_a_name_that_is_no_function_counts_as_undefined():
    for namespace in ({}, {"entropy": 1.0}):
        told = run.evidence_of("check_entropy", "entropy", namespace, CHALLENGE)
        assert told["runs"][0]["calls"][0] == {"outcome": "undefined"}


def test_a_function_without_end_becomes_evidence_of_a_timeout(monkeypatch):
    monkeypatch.setattr(run, "TIME_LIMIT_S", 0.05)

    def entropy(p):
        while True:
            pass

    told = run.evidence_of("check_entropy", "entropy", {"entropy": entropy}, CHALLENGE)
    assert told == {"runs": [{"calls": [{"outcome": "timeout"}]}]}


def test_a_timeout_outside_a_call_ends_the_run(monkeypatch):
    def slow(function, challenge):
        raise surroundings.OutOfTime

    monkeypatch.setattr(run, "find_probe", lambda check: slow)
    assert run.evidence_of("check_x", "x", {}, CHALLENGE) == {"runs": [{"outcome": "timeout"}]}


def test_every_probe_has_its_check_and_every_check_its_probe():
    import importlib

    for name in ASSIGNMENTS:
        probes = importlib.import_module(f"autograder.probes.{name}").PROBES
        checks = importlib.import_module(f"autograder.judges.{name}").CHECKS
        assert set(probes) == {check.name for check in checks}
        assert all(
            find_check(check.name) is check and run.find_probe(check.name) is probes[check.name] for check in checks
        )
