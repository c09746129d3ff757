"""The board's picture draws every run on one axis and says in words what it shows."""

import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from math import inf, log, nan

import pytest

from playground.curve import Curve, Point
from playground.training_picture import MOST_PINS, View, picture, readout, thinned


def curve(values, lr=0.001, batch_size=64, epochs_per_point=0.5):
    points = [Point(30 * k, epochs_per_point * k, 0.4 * k, v) for k, v in enumerate(values, 1)]
    return Curve(
        (lr,), batch_size, tuple(points), tuple(points[1::2]), (Point(0, 0, 0, 0.065), Point(60, 1, 0.8, 0.649))
    )


EMPTY = Curve((0.001,), 64)
RUN = curve([2.3, 2.2, 2.1, 1.9])


def lines(view):
    root = ElementTree.fromstring(picture(view))
    return [e.attrib["points"] for e in root.iter("{http://www.w3.org/2000/svg}polyline")]


def words(view):
    root = ElementTree.fromstring(picture(view))
    return [e.text for e in root.iter("{http://www.w3.org/2000/svg}text")]


@pytest.mark.parametrize("axis", ["epochs", "steps", "seconds"])
@pytest.mark.parametrize("unit", ["nats", "bits"])
@pytest.mark.parametrize("current", [EMPTY, RUN])
def test_every_view_is_a_picture_of_one_size_that_speaks(axis, unit, current):
    root = ElementTree.fromstring(picture(View(current, (RUN, RUN), axis, unit)))
    assert (root.attrib["width"], root.attrib["height"]) == ("800", "430")
    assert root.attrib["aria-label"] == readout(View(current, (RUN, RUN), axis, unit))


def test_guessing_is_ln_10_nats_or_log2_10_bits():
    assert "- - -  ln 10 = 2.303: ten equal guesses" in words(View(RUN))
    assert "- - -  log2 10 = 3.322: ten equal guesses" in words(View(RUN, unit="bits"))


def test_the_readout_gives_the_loss_in_the_chosen_unit():
    assert "Loss 1.900 nats." in readout(View(RUN))
    assert f"Loss {1.9 / log(2):.3f} bits." in readout(View(RUN, unit="bits"))


def test_the_readout_names_no_goal_that_lies_behind():
    assert readout(View(RUN, goal=2)).startswith("Epoch 2.00 of 2, step 120.")
    assert readout(View(RUN, goal=1)).startswith("Epoch 2.00, step 120.")


def test_the_readout_says_speed_and_time_left_while_training_only():
    assert "60 000 images per second, 3 s left." in readout(View(RUN, goal=5, images_per_second=60_000))
    assert "left" not in readout(View(RUN, goal=5))


def test_an_untrained_board_says_so():
    assert readout(View(EMPTY)).startswith("Ready: lr 0.001, batch 64. Nothing is trained yet.")


def test_an_untrained_board_leaves_room_for_the_epochs_to_come():
    assert "10" in words(View(EMPTY, goal=10))


def test_the_legend_tells_runs_apart_by_name_dash_and_colour():
    other = curve([2.3, 0.5], lr=0.1, batch_size=1024)
    shown = words(View(RUN, (other,)))
    assert "lr 0.001, batch 64" in shown
    assert "lr 0.1, batch 1024" in shown
    root = ElementTree.fromstring(picture(View(RUN, (other,))))
    styles = {
        (e.attrib["stroke"], e.attrib["stroke-dasharray"]) for e in root.iter("{http://www.w3.org/2000/svg}polyline")
    }
    assert len({colour for colour, _ in styles}) == len({dash for _, dash in styles}) == 2


def test_the_legend_says_what_its_loss_is_the_mean_of():
    assert "epoch 2: mean 1.900 · test 64.9 %" in words(View(RUN))
    assert "loss 2.300 · test 64.9 %" in words(View(replace(RUN, losses=RUN.losses[:1], epoch_losses=())))


def test_there_is_a_style_for_every_pin():
    assert len(lines(View(RUN, (RUN,) * MOST_PINS))) == 2 * (1 + MOST_PINS)


def test_equal_epochs_are_not_equal_steps():
    small, large = curve([2, 1], epochs_per_point=0.5), curve([2, 1], epochs_per_point=5)
    by_steps = [line.split()[-1] for line in lines(View(small, (large,), "steps"))]
    by_epochs = [line.split()[-1] for line in lines(View(small, (large,), "epochs"))]
    assert by_steps[0] == by_steps[1]
    assert by_epochs[0] != by_epochs[1]


@pytest.mark.parametrize("broken", [nan, inf])
def test_a_loss_that_is_no_number_is_left_out_and_told(broken):
    view = View(curve([2.3, broken]))
    assert "nan" not in picture(view)
    assert "inf" not in "".join(lines(view))
    assert "Loss is no number any more." in readout(view)


def test_a_spike_is_cut_off_at_the_top():
    spike = View(curve([2.3, 900.0, 2.0]))
    heights = [float(pair.split(",")[1]) for pair in lines(spike)[0].split()]
    assert min(heights) == 34


def test_a_long_curve_is_thinned_to_its_ends_and_the_means_between():
    points = [Point(k, k, k, float(k)) for k in range(2002)]
    few = thinned(points, most=250)
    assert len(few) <= 252
    assert (few[0], few[-1]) == (points[0], points[-1])
    assert [(p.steps, p.value) for p in few[1:4]] == [(9, 5), (18, 14), (27, 23)]
    assert [p.steps for p in few] == sorted({p.steps for p in few})
    assert thinned(points[:250], most=250) == points[:250]


def test_forty_epochs_with_four_pins_stay_a_small_picture():
    long = replace(RUN, losses=tuple(Point(k, k / 50, k / 50, 1.0) for k in range(2000)))
    assert len(picture(View(long, (long,) * MOST_PINS))) < 60_000


def test_the_board_says_its_note_last():
    assert readout(View(RUN, note="Done.")).endswith("Done.")
