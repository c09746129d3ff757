"""Lesson 03's game: which rules make honesty pay."""

from math import inf
from xml.etree import ElementTree

import ipywidgets as widgets
import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from playground.bars import Bars
from playground.score_game import RULES, Game, picture, readout, score_game

P = (0.7, 0.2, 0.1)
ALL_ON_DOG = (1.0, 0.0, 0.0)
THIRDS = (1 / 3, 1 / 3, 1 / 3)
ABSOLUTE, SQUARED, LOG = RULES
vectors = st.lists(st.integers(0, 20), min_size=3, max_size=3).filter(any)
steady = settings(deadline=None, derandomize=True)  # the same examples in every run, however slow the machine


def leaves(widget, kind):
    """All widgets of a kind inside a widget."""
    here = [widget] if isinstance(widget, kind) else []
    return here + [leaf for child in getattr(widget, "children", ()) for leaf in leaves(child, kind)]


def test_costs_of_one_picture_by_hand():
    q = (0.2, 0.5, 0.3)
    assert ABSOLUTE.cost(q, 0) == pytest.approx(0.8 + 0.5 + 0.3)
    assert SQUARED.cost(q, 0) == pytest.approx(0.64 + 0.25 + 0.09)
    assert LOG.cost(q, 0) == pytest.approx(2.321928094887362)


def test_expected_costs_are_those_the_lesson_tells():
    told = {rule.name: [rule.average(P, q) for q in (P, ALL_ON_DOG, THIRDS)] for rule in RULES}
    assert told["absolute"] == pytest.approx([0.92, 0.6, 4 / 3])
    assert told["squared"] == pytest.approx([0.46, 0.6, 2 / 3])
    assert told["log (bits)"] == pytest.approx([1.1568, inf, 1.5850], abs=5e-5)


@steady
@given(vectors, vectors)
def test_only_honesty_is_cheapest_under_squared_and_log(p, q):
    p, q = tuple(np.array(p) / sum(p)), tuple(np.array(q) / sum(q))
    assume(max(abs(a - b) for a, b in zip(p, q, strict=True)) > 1e-9)
    for rule in (SQUARED, LOG):
        assert rule.average(p, q) > rule.average(p, p)


@steady
@given(vectors)
def test_all_on_the_likeliest_is_never_dearer_under_absolute(p):
    p = tuple(np.array(p) / sum(p))
    sure = tuple(np.eye(3)[int(np.argmax(p))])
    assert ABSOLUTE.average(p, sure) <= ABSOLUTE.average(p, p) + 1e-12


def test_the_picture_says_in_words_who_pays_less():
    drawing = picture(Game(P, ALL_ON_DOG, (7, 2, 1)))
    assert "0.320 cheaper than honest" in drawing
    assert "0.140 dearer than honest" in drawing
    assert "infinitely dearer" in drawing
    assert ElementTree.fromstring(drawing).attrib["aria-label"] == readout(Game(P, ALL_ON_DOG, (7, 2, 1)))


def test_the_words_tell_draws_and_averages():
    words = readout(Game(P, THIRDS, (7, 2, 1)))
    assert "7 × dog, 2 × cat, 1 × mouse" in words
    assert "Your average so far: absolute 1.333, squared 0.667, log (bits) 1.585." in words
    assert "Nothing drawn yet." in readout(Game(P, THIRDS))


def test_draws_follow_p_and_the_same_seed_draws_the_same():
    said = []
    for _ in range(2):
        game = score_game(seed=3)
        buttons = {button.description: button for button in leaves(game, widgets.Button)}
        for _ in range(20):
            buttons["Draw 100 pictures"].click()
        said.append(leaves(game, widgets.HTML)[-1].value)
    assert said[0] == said[1]
    dogs = int(said[0].split("Drawn so far: ")[1].split(" ×")[0])
    assert abs(dogs / 2000 - 0.7) < 4 * (0.7 * 0.3 / 2000) ** 0.5


def test_buttons_report_for_you_and_a_new_belief_starts_again():
    game = score_game()
    belief, report = leaves(game, Bars)
    buttons = {button.description: button for button in leaves(game, widgets.Button)}
    words = leaves(game, widgets.HTML)[-1]
    buttons["All on the likeliest"].click()
    assert report.p == [1, 0, 0]
    buttons["Draw 1 picture"].click()
    assert "Drawn so far" in words.value
    belief.p = [0.1, 0.1, 0.8]
    assert "Nothing drawn yet." in words.value
    buttons["Report p itself"].click()
    assert report.p == belief.p
