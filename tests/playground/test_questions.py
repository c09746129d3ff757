import xml.etree.ElementTree as ET
from itertools import product

import pytest

from playground.questions import ANIMALS, ODDS, WAYS, Game, path, picture, questions, readout


@pytest.mark.parametrize(
    ("odds", "way", "mean"),
    [
        ("all alike", "one by one", 35 / 8),
        ("all alike", "halve the list", 3),
        ("all alike", "halve the probability", 3),
        ("favourites", "one by one", 129 / 64),
        ("favourites", "halve the list", 3),
        ("favourites", "halve the probability", 2),
    ],
)
def test_mean_number_of_questions_is_the_one_counted_by_hand(odds, way, mean):
    assert Game(odds, way, "cat").mean_questions == pytest.approx(mean)


def test_odds_sum_to_one():
    assert [sum(p) for p in ODDS.values()] == [1, 1]


@pytest.mark.parametrize("game", [Game(*settings) for settings in product(ODDS, WAYS, ANIMALS)])
def test_path_ends_at_the_secret_and_the_picture_shows_it(game):
    low, high = 0, 8
    for asked_low, cut, asked_high in path(game, game.secret):
        assert (asked_low, asked_high) == (low, high)
        low, high = (low, cut) if ANIMALS.index(game.secret) < cut else (cut, high)
    assert ANIMALS[low:high] == (game.secret,)
    root = ET.fromstring(picture(game))
    assert sum(edge.get("stroke-width") == "4" for edge in root.iterfind(".//{*}line")) == len(path(game, game.secret))
    assert len(list(root.iterfind(".//{*}line"))) == 14  # a tree with 8 leaves has 14 edges


def test_readout_plays_the_game():
    said = readout(Game("favourites", "halve the probability", "owl"))
    assert said.startswith("Cat? No. Dog? No. Cow? No. Owl? Yes. The owl is found with 4 questions.")
    assert "found with 1 question." in readout(Game("favourites", "one by one", "cat"))
    assert "Cat, dog, cow or owl? Yes." in readout(Game("all alike", "halve the list", "cat"))


def test_choosing_another_way_draws_another_tree():
    odds, way, secret, shown, told = questions().children
    before = shown.value
    odds.value, way.value, secret.value = "favourites", "halve the probability", "elk"
    assert shown.value != before
    assert "2.000 questions; H = 2.000 bits" in told.value
