import xml.etree.ElementTree as ET

import pytest

from playground.svg import (
    Scale,
    circle,
    clipped,
    group,
    line,
    marker,
    polyline,
    rect,
    svg,
    text,
    unbroken,
    with_minus,
    x_axis,
    y_axis,
)


def test_picture_is_well_formed_has_a_fixed_size_and_speaks():
    across, up = Scale(0, 1, 40, 380), Scale(0, 1, 170, 20)
    parts = [x_axis(across, 170, "p", grid_to=20), y_axis(up, 40, "H(p)", grid_to=380), line(0, 0, 9, 9)]
    root = ET.fromstring(svg(400, 200, *parts, label='a "curve" with p < q'))
    assert (root.get("width"), root.get("height"), root.get("viewBox")) == ("400", "200", "0 0 400 200")
    assert root.get("role") == "img"
    assert root.get("aria-label") == 'a "curve" with p < q'


def test_words_are_escaped_and_names_hyphenated():
    drawn = text(1, 2, "p < q & r", stroke_width=3)
    assert ">p &lt; q &amp; r</text>" in drawn
    assert 'stroke-width="3"' in drawn


def test_a_negative_number_has_a_true_minus_as_on_a_slider():
    root = ET.fromstring(x_axis(Scale(-2, 2, 0, 100), 50, "q - p", ticks=[-2, 0, 2]))
    assert [node.text for node in root.iter("text")] == ["−2", "0", "2", "q − p"]


@pytest.mark.parametrize("words", ["log-sum-exp", "1e-05", "2.2e+04", "- - all alike: 1/27", "one-hot"])
def test_a_hyphen_that_is_no_minus_stays(words):
    assert with_minus(words) == words


@pytest.mark.parametrize(
    ("hyphens", "minuses"),
    [("e^-6", "e^−6"), ("[-1, +.5]", "[−1, +.5]"), ("-ln q", "−ln q"), ("-∞", "−∞"), ("-x² - y²", "−x² − y²")],
)
def test_a_hyphen_that_is_a_minus_becomes_one(hyphens, minuses):
    assert with_minus(hyphens) == minuses


def test_scale_maps_ends_and_middle_also_downwards():
    up = Scale(0, 2, 170, 20)
    assert [up(0), up(1), up(2)] == [170, 95, 20]


@pytest.mark.parametrize(
    ("low", "high", "about", "expected"),
    [
        (0, 1, 5, [0, 0.2, 0.4, 0.6, 0.8, 1]),
        (0, 1, 2, [0, 0.5, 1]),
        (0, 40, 4, [0, 10, 20, 30, 40]),
        (-1, 1, 4, [-1, -0.5, 0, 0.5, 1]),
        (0.3, 2.4, 4, [1, 2]),
        (0, 1e-3, 5, [0, 2e-4, 4e-4, 6e-4, 8e-4, 1e-3]),
    ],
)
def test_ticks_are_round_numbers_within_the_range(low, high, about, expected):
    assert Scale(low, high, 0, 100).ticks(about) == pytest.approx(expected)


def test_axis_shows_every_tick_as_a_number():
    root = ET.fromstring(x_axis(Scale(0, 1, 0, 100), 50, "p", ticks=[0, 0.5, 1]))
    assert [node.text for node in root.iter("text")] == ["0", "0.5", "1", "p"]


def test_rectangle_of_negative_size_is_empty():
    assert 'width="0"' in rect(0, 0, -3, 5)


def test_markers_differ_in_shape_and_unknown_shape_raises():
    drawn = {marker(5, 5, shape, "red") for shape in ("circle", "square", "triangle", "diamond")}
    assert len(drawn) == 4
    with pytest.raises(KeyError):
        marker(5, 5, "star", "red")


def test_group_and_polyline_nest():
    root = ET.fromstring(group(circle(1, 1, 1), polyline([(0, 0.123), (1, 2)]), opacity=0.5))
    assert root.get("opacity") == "0.5"
    assert root[1].get("points") == "0,0.12 1,2"


def test_clipped_parts_keep_their_places_and_are_no_second_picture_for_a_screen_reader():
    window = ET.fromstring(clipped(40, 30, 280, 200, circle(50, 40, 3)))
    assert window.get("viewBox") == "40 30 280 200"
    assert [window.get(name) for name in ("x", "y", "width", "height")] == ["40", "30", "280", "200"]
    assert window.get("role") == "presentation"


def test_no_line_ends_within_a_number_nor_before_its_percent_sign():
    assert unbroken("At step 94 3 067 images per second, 93.3 % right") == (
        "At step 94 3\xa0067 images per second, 93.3\xa0% right"
    )
