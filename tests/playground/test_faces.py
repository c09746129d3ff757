"""Still faces: what a widget shows stands in them, and nothing that could be pressed."""

import ipywidgets as widgets
import pytest

from playground import coin, predict, recap, running_mean
from playground.bars import Bars
from playground.drawing_pad import Pad
from playground.faces import face
from playground.stage import choice, slider


def test_demonstration_keeps_its_picture_its_readout_and_the_values_of_its_controls():
    demo = coin()
    still = face(demo)
    picture, readout = (child.value for child in demo.children[-2:])
    assert picture in still
    assert readout in still
    assert "p(heads) <b>0.50</b>" in still


def test_control_says_its_name_and_its_value():
    assert face(slider("lr", 0.5, 0, 1, 0.1)) == '<span class="control">lr <b>0.50</b></span>'
    assert face(choice("mode", ["train", "eval"])) == '<span class="control">mode <b>train</b></span>'


def test_nothing_that_can_be_pressed_is_left():
    still = face(running_mean())
    assert "<svg" in still
    assert "After 11 batches" in still  # of "One batch" and "Ten batches", each pressed once before
    assert not any(word in still for word in ("One batch<", "<button", "<input"))


def test_question_shows_its_options_and_folds_its_answer_and_opens_the_demonstration_behind_it():
    guess = predict("Is it red? (faces)", ["yes", "no"], truth="no", because="a < b")
    demo = coin(after=guess)
    assert "Closed" in face(demo)
    assert face(guess) == (
        '<div class="question"><p>Is it red? (faces)</p><ul><li>yes</li><li>no</li></ul>'
        "<details><summary>The answer</summary><p>no</p>a &lt; b</details></div>"
    )
    assert "<svg" in face(demo)


def test_number_question_folds_its_number_with_its_unit():
    assert "<p>0.469 bits</p>" in face(predict("How many? (faces)", truth=0.469, unit="bits", because=""))


def test_recap_folds_the_right_option_with_the_reason():
    still = face(recap(("A fair coin needs ...", ["0.5 bits", "1 bit"], "1 bit", "One yes or no.")))
    assert "<details><summary>The answer</summary><p>1 bit</p>One yes or no.</details>" in still


def test_bars_are_drawn_as_high_as_their_probabilities():
    still = face(Bars(["dog", "cat"], [0.75, 0.25], title="q"))
    assert 'height="120"' in still  # of 160
    assert 'height="40"' in still
    assert 'aria-label="q: dog 0.75, cat 0.25"' in still


@pytest.mark.parametrize("shown", [widgets.Button(description="Go"), widgets.ToggleButton(), widgets.HBox([])])
def test_buttons_and_empty_rows_leave_nothing(shown):
    assert face(shown) == ""


def test_pad_says_that_one_draws_in_jupyterlab():
    assert "in JupyterLab you draw here" in face(Pad())
