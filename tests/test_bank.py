"""Every submission of the bank gets the verdicts it deserves, by name."""

import pytest

from tests.bank import Submission, faults, import_everything, submissions

import_everything()


@pytest.mark.parametrize("submission", submissions(), ids=lambda s: s.name)
def test_submission_earns_what_it_deserves_and_its_mistake_is_named(submission: Submission) -> None:
    assert faults(submission) == []
