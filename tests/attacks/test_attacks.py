"""The whole bank against the grader, through nbgrader's own command, as root and as an ordinary user."""

from __future__ import annotations

import collections

import pytest

from autograder.kernels import confine
from tests.attacks.attack import CLASSES, bank
from tests.attacks.grading import USERS, Played, play

pytestmark = [
    pytest.mark.timeout(1800),  # the first test of each user waits for a class; a minute, more on a busy machine
    pytest.mark.skipif(not confine.enough(confine.layers()), reason="this machine cannot confine student code"),
]


@pytest.fixture(scope="module", params=USERS)
def played(request: pytest.FixtureRequest) -> Played:
    """A class of every attack, graded."""
    return play(bank(), request.param)


def test_every_attack_gets_what_its_functions_deserve_or_a_reason_and_learns_nothing(played: Played) -> None:
    surprises = {one.student: one.surprises() for one in played.results if one.attack}
    assert not {student: told for student, told in surprises.items() if told}


def test_honest_neighbours_keep_full_marks(played: Played) -> None:
    honest = [one for one in played.results if one.attack is None]
    assert len(honest) * 4 >= len(bank())
    assert not {one.student: one.surprises() for one in honest if one.surprises()}


def test_nothing_outside_was_changed_reached_or_left_running(played: Played) -> None:
    assert not played.found


def test_bank_holds_many_attacks_of_each_class() -> None:
    sizes = collections.Counter(attack.kind for attack in bank())
    assert sum(sizes.values()) >= 45
    assert all(sizes[kind] >= 10 for kind in CLASSES)
