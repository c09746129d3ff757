"""A small part of `python -m tests.fuzz`, which feeds damaged evidence to every judge."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.judges.decide import MOST_CHARACTERS, challenge_for, decide
from autograder.judges.finding import Challenge, Evidence, Finding
from autograder.judges.mnist import beat_the_lecture
from tests import fuzz

LIGHT = [check.name for check in fuzz.checks() if check.function != "train"]


@pytest.fixture(autouse=True, scope="module")
def _no_training() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(beat_the_lecture, "accuracy_after_one_epoch", fuzz.OnlyTheFirst())
        yield


@settings(max_examples=250, deadline=None, derandomize=True, database=None)
@given(st.sampled_from(LIGHT), st.integers(0, 2**32))
def test_damaged_evidence_gives_a_verdict_and_no_points_it_did_not_earn(name: str, seed: int) -> None:
    tally = fuzz.Tally()
    fuzz.feed(name, seed, tally)
    assert not tally.wrong


@pytest.mark.parametrize("seed", range(0, len(LIGHT), 5))
def test_evidence_of_a_hostile_size_gives_a_verdict_too(seed: int) -> None:
    tally = fuzz.Tally()
    fuzz.feed(LIGHT[seed], seed, tally, big=True)
    assert not tally.wrong


def test_fuzzing_notices_a_judge_that_gives_points_away() -> None:
    told = fuzz.honest("check_softmax")

    def lenient(challenge: Challenge, evidence: Evidence) -> Finding:
        return told.check.judge(challenge, evidence) if isinstance(evidence["calls"], list) else Finding(None, "")

    given_away = replace(told, check=replace(told.check, judge=lenient))
    (first,) = told.tree["runs"]
    assert fuzz.unearned(given_away, {"runs": [fuzz.put(first, ("calls",), 5)]}) == [("calls",)]
    assert fuzz.unearned(given_away, told.tree) == []


@pytest.mark.parametrize("name", [check.name for check in fuzz.checks()])
def test_nothing_at_all_earns_nothing(name: str) -> None:
    (check,) = [check for check in fuzz.checks() if check.name == name]
    challenge = challenge_for(check, b"secret", "ada")
    for nothing in (None, 0, "", [], {}, {"runs": None}, {"runs": []}, {"runs": [None]}, {"runs": [{}]}):
        assert decide(check, challenge, nothing).points == 0


def test_verdict_can_be_written_and_read_though_it_quotes_half_a_character_ten_thousand_times() -> None:
    told = fuzz.honest("check_softmax")
    raised = {"outcome": "raised", "type": "\ud800" * 10_000, "text": "\ud800", "line": "\udfff"}
    (first, *_) = told.tree["runs"]
    verdict = decide(told.check, told.challenge, {"runs": [fuzz.put(first, ("calls", 0), raised)]})
    assert verdict.mistake == "error.exception"
    assert "\ud800" not in verdict.message
    assert len(verdict.message) <= MOST_CHARACTERS + 4
