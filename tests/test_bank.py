"""Every submission of the bank gets the verdicts it deserves, by name."""

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.bank import ENDLESS, Submission, faults, import_everything, submissions

import_everything()
BANK = submissions()
DRAWN = sorted({one.function for one in BANK} - {"beat_the_lecture"})  # what is asked of all alike has no secret


@pytest.mark.parametrize("submission", BANK, ids=lambda s: s.name)
def test_submission_earns_what_it_deserves_and_its_mistake_is_named(submission: Submission) -> None:
    assert faults(submission) == []


@pytest.mark.parametrize("side", ["right", "wrong"])
@pytest.mark.parametrize("function", DRAWN)
def test_what_a_submission_earns_does_not_hang_on_the_secret(function: str, side: str) -> None:
    ended = [one for one in BANK if ENDLESS not in str(one.loses)]
    some = [one for one in ended if (one.function, one.path.parent.name) == (function, side)]

    @settings(max_examples=5 if function == "train" else 2, deadline=None, derandomize=True, phases=[Phase.generate])
    @given(st.sampled_from(some), st.text(min_size=1, max_size=8), st.binary(min_size=1, max_size=32))
    def holds(submission: Submission, student: str, secret: bytes) -> None:
        assert faults(submission, [student], secret) == []

    holds()
