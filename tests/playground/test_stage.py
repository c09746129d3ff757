import pytest

from playground.stage import choice, slider, stage


def test_every_move_of_a_control_draws_picture_and_readout_anew():
    one, two = slider("x", 1, 0, 9, 1), choice("y", ["a", "b"])
    *_, picture, readout = stage([one, two], lambda: (f"<svg>{one.value:g}</svg>", f"{two.value} < c")).children
    assert picture.value == "<svg>1</svg>"
    one.value, two.value = 5, "b"
    assert picture.value == "<svg>5</svg>"
    assert "b &lt; c" in readout.value


def test_readout_has_the_minus_of_the_picture():
    *_, readout = stage([], lambda: ("<svg/>", "z is -2, one-hot")).children
    assert "z is −2, one-hot" in readout.value


def test_slider_reports_while_it_is_dragged_and_refuses_values_outside():
    one = slider("p", 0.5, 0, 1, 0.01)
    assert one.continuous_update
    one.value = 7
    assert one.value == pytest.approx(1)


def test_choice_begins_with_its_first_option():
    assert choice("y", ["a", "b"]).value == "a"
