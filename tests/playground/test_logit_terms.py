import re
from xml.etree import ElementTree

import ipywidgets as widgets
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playground.logit_terms import TERMS, Terms, logit_terms, picture, readout
from playground.logits import LECTURE, Logits
from playground.predict import predict

LOSS_AT = 14 / (620 - 40)  # logits per pixel of the line below the table
steady = settings(deadline=None, derandomize=True)  # the same examples in every run, however slow the machine
logits = st.lists(st.floats(-6, 6), min_size=3, max_size=3)


def words(state):
    return [element.text for element in ElementTree.fromstring(picture(state)).iter("{http://www.w3.org/2000/svg}text")]


def parts(demo):
    """The example buttons by name, the sliders, the truth, the lamp, picture and read-out."""
    row, stage = demo.children
    return {button.description: button for button in row.children}, *_split(stage.children)


def _split(children):
    return children[:3], children[3], children[4], children[5], children[6]


def test_every_term_is_named_with_its_numbers_when_it_is_lit():
    state = Logits((2.0, 1.0, 0.0))
    said = {lit: readout(Terms(state, lit)) for lit in TERMS}
    assert "dog 2.0000, cat 1.0000, mouse 0.0000" in said["z"]
    assert "dog 7.3891, cat 2.7183, mouse 1.0000" in said["exp z"]
    assert "add up to 11.1073" in said["sum"]
    assert "ln 11.1073 = 2.4076" in said["ln sum"]
    assert "dog 0.6652, cat 0.2447, mouse 0.0900" in said["softmax q"]
    assert "surprisal is 0.4076 nats" in said["−ln q"]
    assert all("2.4076 - 2.0000 = 0.4076 nats = 0.5881 bits" in one for one in said.values())


def test_the_lectures_answer_stands_in_the_table():
    assert {"−1.6094", "0.2000", "1.0000", "0.0000", "1.6094", "loss = 1.6094 nats"} <= set(
        words(Terms(Logits(LECTURE)))
    )


@steady
@given(logits, st.integers(0, 2), st.sampled_from(TERMS))
def test_the_picture_is_one_svg_in_its_frame_whose_bar_is_as_long_as_the_loss(z, right, lit):
    state = Terms(Logits(z, right), lit)
    root = ElementTree.fromstring(picture(state))
    assert root.get("aria-label") == readout(state)
    boxes = list(root.iter("{http://www.w3.org/2000/svg}rect"))
    for box in boxes:
        assert 0 <= float(box.get("x")) <= float(box.get("x")) + float(box.get("width")) <= 660
    (bar,) = [box for box in boxes if box.get("height") == "12"]
    assert float(bar.get("width")) * LOSS_AT == pytest.approx(state.logits.loss, abs=2e-4)


def test_each_term_lights_its_own_place_in_formula_and_table():
    def lamps(lit):
        root = ElementTree.fromstring(picture(Terms(Logits((2, 1, 0)), lit)))
        frames = root.iterfind(".//{*}g/{*}rect[@stroke-dasharray]")
        return tuple((frame.get("x"), frame.get("y")) for frame in frames)

    assert all(len(lamps(lit)) == 2 for lit in TERMS)
    assert len({lamps(lit) for lit in TERMS}) == len(TERMS)


def test_adding_the_same_to_all_logits_moves_the_powers_and_not_the_loss():
    buttons, sliders, *_, told = parts(logit_terms())
    before = told.value
    buttons["add 1 to all"].click()
    assert [slider.value for slider in sliders] == [3, 2, 1]
    assert told.value != before
    assert "= 0.4076 nats" in before
    assert "= 0.4076 nats" in told.value
    for _ in range(9):
        buttons["add 1 to all"].click()
    assert [slider.value for slider in sliders] == [6, 5, 4]  # together to the end, and no further


def test_sliders_truth_and_lamp_each_change_picture_and_words():
    _, sliders, truth, lit, shown, told = parts(logit_terms())
    for control, value in ((sliders[1], 3.0), (truth, "mouse"), (lit, "softmax q")):
        before = shown.value, told.value
        control.value = value
        assert shown.value != before[0]
        assert told.value != before[1]


def test_no_number_is_shown_as_zero_that_is_not():
    said = readout(Terms(Logits((-6, 6, -6)), "−ln q"))
    assert re.search(r"got q = 0\.0000061\.", said)


def test_the_demonstration_stays_closed_until_the_prediction_is_made():
    guess = predict("Closed terms?", ["yes", "no"], truth="yes", because="so it is asked")
    demo = logit_terms(after=guess)
    assert isinstance(demo.children[0], widgets.HTML)
    guess.choose("no")
    assert parts(demo.children[0])


def test_a_mouse_that_is_6_behind_costs_about_6_nats():
    buttons, _, truth, _, _, told = parts(logit_terms())
    buttons["6, 0, 0"].click()
    truth.value = "mouse"
    assert "= 6.0049 nats" in told.value
